import * as fc from 'fast-check';
import { instantToSerial, isTimeZone, serialToInstant } from '../../../host/workbook/zone';

test.each([
  ['Europe/Warsaw', 45_658, '2024-12-31T23:00:00.000Z'],
  ['America/New_York', 45_658, '2025-01-01T05:00:00.000Z'],
  ['Asia/Vladivostok', 45_658, '2024-12-31T14:00:00.000Z'],
  ['Etc/UTC', 0, '1899-12-30T00:00:00.000Z'],
  ['Europe/Warsaw', 45_856.5, '2025-07-18T10:00:00.000Z'],
  ['Asia/Kolkata', 45_658, '2024-12-31T18:30:00.000Z'],
])('midnight or noon in %s of serial %d is %s', (zone, serial, instant) => {
  expect(new Date(serialToInstant(serial, zone)).toISOString()).toBe(instant);
  expect(instantToSerial(Date.parse(instant), zone)).toBe(serial);
});

test('every civil day survives the way to an instant and back, on days of clock changes, too', () => {
  const zones = fc.constantFrom('Europe/Warsaw', 'America/New_York', 'Asia/Vladivostok', 'Australia/Lord_Howe');
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 80_000 }), zones, (day, zone) => {
      // A clock change may skip midnight, but never noon.
      expect(instantToSerial(serialToInstant(day + 0.5, zone), zone)).toBe(day + 0.5);
    }),
  );
});

test('only names of time zones are time zones', () => {
  expect(['Europe/Warsaw', 'UTC', 'Mars/Olympus'].map(isTimeZone)).toEqual([true, true, false]);
});
