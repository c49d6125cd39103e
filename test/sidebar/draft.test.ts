import { createKeeper, draftOf, readView } from '../../sidebar/draft';
import type { Draft } from '../../src/data/draft';
import { after, back, next, opened, saved, settings, wizardOf } from './fixture';

describe('what is unfinished', () => {
  test('is nothing while nothing was done: in a new file, and on the page of the reports', () => {
    expect(draftOf(opened())).toBeNull();
    expect(draftOf(opened(saved))).toBeNull();
    expect(draftOf({ wizard: undefined, language: 'en' })).toBeNull();
  });

  test('is a step that was reached, and what was chosen on the first', () => {
    expect(readView(draftOf(after(opened(), next))?.view ?? null)).toMatchObject({ page: 'columns' });
    const chosen = after(opened(), { type: 'tab', dataset: 'leads', tab: 'Old deals' });
    expect(readView(draftOf(chosen)?.view ?? null)).toMatchObject({
      page: 'tabs',
      chosen: { deals: 'Deals', leads: 'Old deals' },
    });
    expect(draftOf(after(opened(), next, back))).toBeNull();
  });

  test('is nothing any more once the report is made', () => {
    expect(draftOf(after(opened(), next, next, next, next, next))).toBeNull();
  });

  test('is what was changed in a saved report, even when somebody went back to the page of the reports', () => {
    const edited = after(
      opened({ ...saved, tabs: opened().wizard?.opening.tabs ?? [] }),
      { type: 'edit' },
      { type: 'report', change: { margin: 0.5 } },
      back,
    );
    expect(wizardOf(edited).page).toBe('home');
    expect(draftOf(edited)?.settings.report.margin).toBe(0.5);
  });
});

test.each([
  null,
  '',
  'null',
  '{}',
  '{"version":1,"page":"nowhere"}',
  '{"version":2,"page":"tabs","decided":{"mappings":[]}}',
])('the view %p is none that can be gone on with', (text) => {
  expect(readView(text)).toBeUndefined();
});

describe('keeping', () => {
  const draft = (view: string): Draft => ({ settings, view });
  let kept: (string | null)[];
  let answers: ((isKept: boolean) => void)[];
  const make = () =>
    createKeeper((one) => {
      kept.push(one?.view ?? null);
      return new Promise((resolve, reject) => answers.push((isKept) => (isKept ? resolve(undefined) : reject())));
    }, 500);
  const answer = async (isKept = true) => {
    answers.shift()?.(isKept);
    await jest.advanceTimersByTimeAsync(0);
  };
  beforeEach(() => {
    jest.useFakeTimers();
    kept = [];
    answers = [];
  });
  afterEach(() => jest.useRealTimers());

  test('waits until somebody pauses, and keeps the latest', async () => {
    const keeper = make();
    for (const view of ['a', 'b', 'c']) {
      keeper.put(draft(view));
      await jest.advanceTimersByTimeAsync(400);
    }
    expect(kept).toEqual([]);
    await jest.advanceTimersByTimeAsync(200);
    expect(kept).toEqual(['c']);
  });

  test('hands on one at a time, so that an earlier one never comes after a later one', async () => {
    const keeper = make();
    keeper.put(draft('a'));
    await jest.advanceTimersByTimeAsync(500);
    keeper.put(draft('b'));
    await jest.advanceTimersByTimeAsync(500);
    keeper.put(draft('c'));
    await jest.advanceTimersByTimeAsync(500);
    expect(kept).toEqual(['a']);
    await answer();
    expect(kept).toEqual(['a', 'c']);
    await answer();
    expect(kept).toEqual(['a', 'c']);
  });

  test('keeps the same once, and nothing where there was nothing', async () => {
    const keeper = make();
    keeper.put(null);
    await jest.advanceTimersByTimeAsync(500);
    expect(kept).toEqual([]);
    keeper.put(draft('a'));
    await jest.advanceTimersByTimeAsync(500);
    await answer();
    keeper.put(draft('a'));
    await jest.advanceTimersByTimeAsync(500);
    expect(kept).toEqual(['a']);
  });

  test('forgets at once, even what it had not handed on yet, for another sidebar may have', async () => {
    const keeper = make();
    keeper.put(draft('a'));
    keeper.put(null);
    await jest.advanceTimersByTimeAsync(0);
    expect(kept).toEqual([null]);
  });

  test('can be held until it is known what is still unfinished', async () => {
    const keeper = make();
    keeper.put(draft('a'));
    keeper.hold();
    await jest.advanceTimersByTimeAsync(5000);
    expect(kept).toEqual([]);
    keeper.put(draft('a'));
    await jest.advanceTimersByTimeAsync(500);
    expect(kept).toEqual(['a']);
  });

  test('tries again with the next change what could not be kept', async () => {
    const keeper = make();
    keeper.put(draft('a'));
    await jest.advanceTimersByTimeAsync(500);
    await answer(false);
    keeper.put(draft('a'));
    await jest.advanceTimersByTimeAsync(500);
    expect(kept).toEqual(['a', 'a']);
  });
});
