import { makeAxis } from '../../host/playground/page/axis';
import { cellAtPoint, layOut, placeOf, positionFor, rectangleOf, seenLines } from '../../host/playground/page/layout';

/** 1,000 rows of 20, 50 columns of 100 pixels; one row and two columns frozen; headers of 46 × 24; 846 × 624 on the screen. */
const lines = { rows: makeAxis(1000, 20, []), columns: makeAxis(50, 100, []) };
const at = (x: number, y: number) =>
  layOut(lines, { rows: 1, columns: 2 }, { width: 46, height: 24 }, { width: 846, height: 624 }, { x, y });

describe('the layout of the grid', () => {
  test.each([
    ['in the frozen corner', at(0, 0), 50, 30, { row: 0, column: 0 }],
    ['in the frozen corner, however far it is scrolled', at(1000, 5000), 50, 30, { row: 0, column: 0 }],
    ['right below the frozen row', at(0, 0), 50, 44, { row: 1, column: 0 }],
    ['below the frozen row after scrolling', at(0, 5000), 50, 44, { row: 251, column: 0 }],
    ['right of the frozen columns after scrolling', at(300, 0), 246, 30, { row: 0, column: 5 }],
    ['over the headers: the first cell', at(0, 0), 0, 0, { row: 0, column: 0 }],
  ])('finds the cell %s', (_, layout, x, y, cell) => {
    expect(cellAtPoint(layout, x, y)).toEqual(cell);
  });

  test('shows some lines more than fit, and none of the frozen ones among those that scroll', () => {
    expect(seenLines(at(0, 0).rows, 2)).toEqual({ first: 1, last: 32 });
    expect(seenLines(at(0, 5000).rows, 2)).toEqual({ first: 249, last: 282 });
  });

  test('cuts a block off at the frozen lines that it is scrolled under', () => {
    const block = { top: 0, left: 0, bottom: 300, right: 0 };
    expect(rectangleOf(at(0, 5000), block)).toEqual({ left: 46, top: 24, width: 100, height: 20 + 50 * 20 });
    const under = { top: 5, left: 3, bottom: 6, right: 3 };
    expect(rectangleOf(at(0, 5000), under).height).toBe(0);
  });

  test('scrolls as little as needed to show a row', () => {
    const { rows } = at(0, 5000);
    expect([positionFor(rows, 0, 5000), positionFor(rows, 260, 5000)]).toEqual([5000, 5000]);
    expect(positionFor(rows, 240, 5000)).toBe(239 * 20);
    expect(positionFor(rows, 500, 5000)).toBe(500 * 20 - rows.room);
  });

  test('reaches the last row at the end of the scroll bar', () => {
    const { rows } = at(0, 0);
    const { rows: end } = at(0, rows.scrolled - 624);
    expect(placeOf(end, 1000)).toBeLessThanOrEqual(624);
    expect(seenLines(end, 0).last).toBe(999);
  });

  test('leaves room to scroll where more is frozen than fits', () => {
    const narrow = layOut(
      lines,
      { rows: 200, columns: 2 },
      { width: 46, height: 24 },
      { width: 846, height: 624 },
      { x: 0, y: 0 },
    );
    expect(narrow.rows.room).toBeGreaterThan(60);
    expect(cellAtPoint(narrow, 300, 620).row).toBeGreaterThanOrEqual(200);
  });

  test('can freeze all rows but one', () => {
    const few = { rows: makeAxis(3, 20, []), columns: makeAxis(3, 100, []) };
    const layout = layOut(
      few,
      { rows: 3, columns: 0 },
      { width: 46, height: 24 },
      { width: 846, height: 624 },
      { x: 0, y: 0 },
    );
    expect(layout.rows.frozen).toBe(2);
  });
});
