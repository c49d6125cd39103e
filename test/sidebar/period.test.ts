import fc from 'fast-check';
import { PERIODS, periodName, periodOf } from '../../sidebar/period';

test.each([
  ['this-month', '2024-02-29', '2024-02-01', '2024-02-29'],
  ['last-month', '2024-03-31', '2024-02-01', '2024-02-29'],
  ['last-month', '2026-01-15', '2025-12-01', '2025-12-31'],
  ['this-quarter', '2026-05-20', '2026-04-01', '2026-06-30'],
  ['last-quarter', '2026-02-01', '2025-10-01', '2025-12-31'],
  ['this-year', '2026-12-31', '2026-01-01', '2026-12-31'],
  ['last-year', '2026-01-01', '2025-01-01', '2025-12-31'],
  ['last-12-months', '2026-05-20', '2025-05-01', '2026-04-30'],
] as const)('%s on %s is %s to %s', (name, today, start, end) => {
  expect(periodOf(name, today, {})).toEqual({ start, end });
});

test('all time has no days, and a custom period is as it was', () => {
  const before = { start: '2026-01-05', end: '2026-01-09' };
  expect(periodOf('all', '2026-05-20', before)).toEqual({});
  expect(periodOf('custom', '2026-05-20', before)).toEqual(before);
});

test('every period has a name under which it is found again on the same day', () => {
  const today = fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(today, fc.constantFrom(...PERIODS), (date, name) => {
      const day = date.toISOString().slice(0, 10);
      const period = periodOf(name, day, { start: '1999-01-02' });
      expect(periodOf(periodName(period, day), day, period)).toEqual(period);
    }),
  );
  expect(periodName({ start: '2026-01-02', end: '2026-01-09' }, '2026-05-20')).toBe('custom');
  expect(periodName({ start: '2026-05-01' }, '2026-05-20')).toBe('custom');
});
