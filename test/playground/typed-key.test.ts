import { typedKey } from '../../host/playground/page/typed-key';

/** A text with `|` where the caret is. */
const split = (text: string) => ({ text: text.replace('|', ''), caret: text.indexOf('|') });

test.each([
  ['ab|c', 'x', 'abx|c'],
  ['ab|c', 'ż', 'abż|c'],
  ['ab|c', '😀', 'ab😀|c'],
  ['ab|c', 'Backspace', 'a|c'],
  ['|abc', 'Backspace', '|abc'],
  ['ab|c', 'Delete', 'ab|'],
  ['abc|', 'Delete', 'abc|'],
  ['ab|c', 'ArrowLeft', 'a|bc'],
  ['|abc', 'ArrowLeft', '|abc'],
  ['abc|', 'ArrowRight', 'abc|'],
  ['ab|c', 'Home', '|abc'],
  ['ab|c', 'End', 'abc|'],
])('in %s the key %s makes %s', (before, key, after) => {
  const { text, caret } = split(before);
  expect(typedKey(text, caret, key)).toEqual(split(after));
});

test.each(['Shift', 'F5', 'ArrowUp', ''])('the key %j neither writes nor moves the caret', (key) => {
  expect(typedKey('abc', 1, key)).toBeUndefined();
});
