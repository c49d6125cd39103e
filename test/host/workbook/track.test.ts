import { Track } from '../../../host/workbook/track';

function grouped(): Track {
  const track = new Track(21);
  for (let index = 2; index <= 5; index++) track.shiftDepth(index, 1);
  for (let index = 3; index <= 4; index++) track.shiftDepth(index, 1);
  return track;
}

test('lines have the default size until somebody changes it', () => {
  const track = new Track(100);
  track.resize(3, 40);
  expect([track.size(2), track.size(3)]).toEqual([100, 40]);
  expect([...track.entries()]).toEqual([{ index: 3, size: 40, hidden: false, depth: 0 }]);
});

test('nested groups are listed from the outermost in', () => {
  expect(grouped().groups()).toEqual([
    { first: 2, last: 5, depth: 1, collapsed: false },
    { first: 3, last: 4, depth: 2, collapsed: false },
  ]);
});

test('lines of a collapsed group are not seen, though nobody hid them', () => {
  const track = grouped();
  track.collapse({ first: 3, last: 4, depth: 2, collapsed: false }, true);
  expect([2, 3, 4, 5].map((index) => track.visible(index))).toEqual([true, false, false, true]);
  expect(track.hidden(3)).toBe(false);
});

test('a collapsed group stays collapsed when lines are inserted above it, in it, or moved', () => {
  const track = grouped();
  track.collapse({ first: 2, last: 5, depth: 1, collapsed: false }, true);
  track.insert(0, 2);
  track.insert(5, 1);
  expect(track.groups()[0]).toEqual({ first: 4, last: 8, depth: 1, collapsed: true });
  track.move(4, 5, 0);
  expect(track.groups()[0]).toEqual({ first: 0, last: 4, depth: 1, collapsed: true });
});

test('lines inserted at the edge of a group stay outside', () => {
  const track = grouped();
  track.insert(2, 1);
  expect(track.groups()[0]).toMatchObject({ first: 3, last: 6 });
});

test('a group dies with its lines', () => {
  const track = grouped();
  track.remove(2, 4);
  expect(track.groups()).toEqual([]);
});
