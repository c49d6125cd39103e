import { completed, moved, withChannel, withNewLabels } from '../../sidebar/label-lists';

interface One {
  readonly label: string;
  readonly order: number;
  readonly outcome: string;
}
const make = ({ label, meaning = 'open' }: { label: string; meaning?: string }): One => ({
  label,
  order: 0,
  outcome: meaning,
});
const list = (...labels: string[]): One[] =>
  labels.map((label, index) => ({ label, order: index + 1, outcome: 'kept' }));
const read = (...labels: [string, number?][]) =>
  labels.map(([label, order]) => ({ label, count: 1, ...(order !== undefined && { order, meaning: 'new' }) }));
const told = (ones: readonly One[]) => ones.map(({ label, outcome }) => `${label} ${outcome}`);

describe('the labels of a column', () => {
  test('come in their usual order where none was decided on; unknown ones before the end', () => {
    const found = completed(read(['Won', 90], ['Odd'], ['New', 10], ['Demo', 40]), [], [], make);
    expect(told(found)).toEqual(['New new', 'Demo new', 'Odd open', 'Won new']);
    expect(found.map(({ order }) => order)).toEqual([1, 2, 3, 4]);
  });

  test('keep order and meaning that were decided on, and new ones find their place among them', () => {
    const found = completed(read(['New', 10], ['Demo', 40], ['Won', 90]), list('New', 'Won'), [], make);
    expect(told(found)).toEqual(['New kept', 'Demo new', 'Won kept']);
  });

  test('are the same label in another case or with other spaces', () => {
    expect(told(completed(read([' new ', 10]), list('New'), [], make))).toEqual(['New kept']);
  });

  test('stay when no record has them at the moment', () => {
    expect(told(completed(read(['New', 10]), list('New', 'Won'), [], make))).toEqual(['New kept', 'Won kept']);
  });

  test('go with their column, but are remembered', () => {
    expect(told(completed(read(['A', 10]), list('New', 'Won'), [], make))).toEqual(['A new']);
    expect(told(completed(read(['Won', 90], ['New', 10]), list('A'), list('Won', 'New'), make))).toEqual([
      'Won kept',
      'New kept',
    ]);
  });

  test('leave out the entry that stands for a missing column', () => {
    expect(told(completed(read(['New', 10]), [make({ label: '' })], [], make))).toEqual(['New new']);
  });
});

test.each([
  ['b', -1, 'b a c'],
  ['b', 1, 'a c b'],
  ['a', -1, 'a b c'],
  ['c', 1, 'a b c'],
  ['x', 1, 'a b c'],
] as const)('moving %s by %d gives %s', (label, by, expected) => {
  const found = moved(list('a', 'b', 'c'), { label, by });
  expect(found.map((one) => one.label).join(' ')).toBe(expected);
  expect(found.map(({ order }) => order)).toEqual([1, 2, 3]);
});

describe('channels', () => {
  const channels = [
    { channel: 'paid-search', labels: ['google', 'adwords'] },
    { channel: 'email', labels: ['mail'] },
  ];

  test('a label moves to a channel that is there, or makes one; a channel without labels goes', () => {
    expect(withChannel(channels, { label: 'mail', channel: 'paid-search' })).toEqual([
      { channel: 'paid-search', labels: ['google', 'adwords', 'mail'] },
    ]);
    expect(withChannel(channels, { label: 'adwords', channel: 'adwords' })).toEqual([
      { channel: 'paid-search', labels: ['google'] },
      { channel: 'email', labels: ['mail'] },
      { channel: 'adwords', labels: ['adwords'] },
    ]);
  });

  test('new labels join the suggested channel; those that are in one stay there', () => {
    const suggested = [
      { channel: 'email', labels: ['Google', 'newsletter'] },
      { channel: 'direct', labels: ['(direct)'] },
    ];
    expect(withNewLabels(channels, suggested)).toEqual([
      { channel: 'paid-search', labels: ['google', 'adwords'] },
      { channel: 'email', labels: ['mail', 'newsletter'] },
      { channel: 'direct', labels: ['(direct)'] },
    ]);
  });
});
