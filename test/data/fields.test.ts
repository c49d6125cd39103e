import { DATASET_NAMES, fieldNames, fieldOf } from '../../src/data/fields';

test('there are four datasets, shown in this order', () => {
  expect(DATASET_NAMES).toEqual(['leads', 'deals', 'spend', 'traffic']);
});

test.each([
  ['leads', ['created']],
  ['deals', ['stage', 'amount', 'closed']],
  ['spend', ['date', 'amount']],
  ['traffic', ['date']],
] as const)('%s say little without %s', (dataset, needed) => {
  expect(fieldNames(dataset).filter((field) => fieldOf(dataset, field)?.needed)).toEqual(needed);
});

test('a field has a type; what is no field of the dataset has none', () => {
  expect(fieldOf('leads', 'converted')).toEqual({ type: 'flagOrDate' });
  expect(fieldOf('deals', 'converted')).toBeUndefined();
  expect(fieldOf('deals', 'constructor')).toBeUndefined();
});
