import { createVisitors } from '../../../host/playground/visitors';
import { builtAddOn } from '../../support/reported';

// A visitor brings the whole add-on along.
jest.setTimeout(60_000);

test('the visitor who was away longest makes room, and is told so on coming back', () => {
  const visitors = createVisitors({ dist: builtAddOn() }, 2);
  const [first, second] = [visitors.welcome('en'), visitors.welcome('en')];
  expect(visitors.find(first.token)).toBe(first);
  const third = visitors.welcome('pl');
  expect([visitors.find(first.token), visitors.find(third.token)]).toEqual([first, third]);
  expect(() => visitors.find(second.token)).toThrow(
    /^Your workbook is no longer here: the playground keeps the 2 that were used last/,
  );
});

test('the sidebar is open from the start, and only its key leads to it', () => {
  const visitors = createVisitors({ dist: builtAddOn() }, 2);
  const visitor = visitors.welcome('en');
  const key = visitor.frameKey as string;
  expect(key).not.toBe(visitor.token);
  expect(visitors.withFrame(key)).toBe(visitor);
  expect(visitors.withFrame(visitor.token)).toBeUndefined();
  visitor.close();
  expect(visitors.withFrame(key)).toBeUndefined();
});
