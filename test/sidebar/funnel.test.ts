import { funnelOf, type Part } from '../../sidebar/funnel';

const part = (label: string, order: number, kind: Part['kind'], count: number): Part => ({ label, order, kind, count });
const stages = [
  part('Won', 1, 'end', 3),
  part('Demo', 3, 'step', 5),
  part('New', 2, 'step', 7),
  part('Lost', 4, 'gone', 10),
  part('Test', 5, 'ignored', 100),
];

test('a step is reached by those who stand at it or further; the sale comes last, whatever its place', () => {
  const { steps } = funnelOf(
    stages.filter(({ kind }) => kind !== 'gone'),
    'last',
  );
  expect(steps).toEqual([
    { label: 'New', reached: 15 },
    { label: 'Demo', reached: 8 },
    { label: 'Won', reached: 3 },
  ]);
});

test('labels that say "sold" in other words are one step', () => {
  const sold = (label: string, order: number, count: number): Part => ({
    ...part(label, order, 'end', count),
    isSale: true,
  });
  const { steps } = funnelOf(
    [part('New', 1, 'step', 2), sold('Won', 2, 3), sold('WON!', 4, 4), part('Regular', 5, 'end', 1)],
    'last',
  );
  expect(steps).toEqual([
    { label: 'New', reached: 10 },
    { label: 'Won, WON!', reached: 8 },
    { label: 'Regular', reached: 1 },
  ]);
});

test.each([
  ['last', 'Demo', [25, 18, 3]],
  ['first', 'New', [25, 8, 3]],
] as const)('those who are gone count up to the %s step, %s', (goneFrom, goneAfter, reached) => {
  const funnel = funnelOf(stages, goneFrom);
  expect(funnel.goneAfter).toBe(goneAfter);
  expect(funnel.steps.map((step) => step.reached)).toEqual(reached);
});

test('without a step before the end nobody who is gone has reached anything', () => {
  const funnel = funnelOf([part('Won', 1, 'end', 3), part('Lost', 2, 'gone', 10)], 'last');
  expect(funnel).toEqual({ steps: [{ label: 'Won', reached: 3 }], goneAfter: undefined });
});
