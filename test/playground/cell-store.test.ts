import { CellStore } from '../../host/playground/page/cell-store';
import type { Cells } from '../../host/playground/protocol';
import type { Block } from '../../host/workbook/address';

/** A server that answers when told to; the text of a cell says of which revision it is. */
function slowServer() {
  let revision = 1;
  const open: { block: Block; answer: (cells: Cells) => void; refuse: (error: Error) => void }[] = [];
  const ask = (block: Block) =>
    new Promise<Cells>((answer, refuse) => {
      open.push({ block, answer, refuse });
    });
  const failures: unknown[] = [];
  const store = new CellStore(
    ask,
    () => undefined,
    (error) => failures.push(error),
  );
  store.revise(revision, true);
  const answer = async () => {
    const asked = open.shift();
    if (!asked) throw new Error('Nothing was asked.');
    const { top: row, left: column } = asked.block;
    asked.answer({
      revision,
      cells: [{ row, column, text: `r${revision}`, kind: 'text', style: 0 }],
      styles: [{ bold: true }],
    });
    await settled();
  };
  const change = () => {
    revision++;
    store.revise(revision, false);
  };
  return { store, open, failures, answer, change };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));
const screen: Block = { top: 0, left: 0, bottom: 40, right: 10 };

describe('the cells that the page knows', () => {
  test('are asked for once, and come with their looks', async () => {
    const { store, open, answer } = slowServer();
    store.want(1, [screen]);
    store.want(1, [screen]);
    expect(open).toHaveLength(1);
    await answer();
    store.want(1, [screen]);
    expect(open).toHaveLength(0);
    expect(store.get(1, 0, 0)).toMatchObject({ text: 'r1', style: { bold: true } });
    expect(store.knows(1, screen)).toBe(true);
  });

  test('stay on the screen after a change until the new ones have come', async () => {
    const { store, answer, change } = slowServer();
    store.want(1, [screen]);
    await answer();
    change();
    expect([store.get(1, 0, 0)?.text, store.knows(1, screen)]).toEqual(['r1', false]);
    store.want(1, [screen]);
    await answer();
    expect([store.get(1, 0, 0)?.text, store.knows(1, screen)]).toEqual(['r2', true]);
  });

  test('are asked for anew if they changed on the way', async () => {
    const { store, open, answer, change } = slowServer();
    store.want(1, [screen]);
    const late = open[0];
    change();
    store.want(1, [screen]);
    expect(open).toHaveLength(2);
    late?.answer({ revision: 1, cells: [], styles: [] });
    open.shift();
    await settled();
    expect(store.knows(1, screen)).toBe(false);
    await answer();
    expect(store.get(1, 0, 0)?.text).toBe('r2');
  });

  test('are not asked for if they were scrolled past before their turn', async () => {
    const { store, open } = slowServer();
    const at = (top: number): Block => ({ top, left: 0, bottom: top + 63, right: 10 });
    store.want(1, [at(0), at(64), at(128), at(192), at(256)]);
    expect(open).toHaveLength(3);
    store.want(1, [at(6400)]);
    open[0]?.answer({ revision: 1, cells: [], styles: [] });
    await settled();
    expect(open.map(({ block }) => block.top)).toEqual([0, 64, 128, 6400]);
  });

  test('show what was typed until it is known what became of it', async () => {
    const { store, answer, change } = slowServer();
    store.want(1, [screen]);
    await answer();
    store.assume(1, 0, 0, '12');
    expect(store.get(1, 0, 0)).toMatchObject({ text: '12', style: { bold: true } });
    change();
    expect(store.get(1, 0, 0)?.text).toBe('r1');
    store.assume(1, 0, 0, '13');
    store.forget();
    expect(store.get(1, 0, 0)?.text).toBe('r1');
  });

  test('of another workbook are forgotten', async () => {
    const { store, open, answer } = slowServer();
    store.want(1, [screen]);
    await answer();
    store.want(1, [{ ...screen, top: 6400, bottom: 6410 }]);
    store.revise(1, true);
    expect(store.get(1, 0, 0)).toBeUndefined();
    open[0]?.answer({ revision: 1, cells: [{ row: 6400, column: 0, text: 'old' }], styles: [] });
    await settled();
    expect(store.get(1, 6400, 0)).toBeUndefined();
  });

  test('are asked for again some time after a failure, which is told', async () => {
    jest.useFakeTimers({ doNotFake: ['setImmediate'] });
    const { store, open, failures } = slowServer();
    store.want(1, [screen]);
    open.shift()?.refuse(new Error('no'));
    await settled();
    expect(failures).toHaveLength(1);
    store.want(1, [screen]);
    expect(open).toHaveLength(0);
    jest.advanceTimersByTime(2000);
    store.want(1, [screen]);
    expect(open).toHaveLength(1);
    jest.useRealTimers();
  });
});
