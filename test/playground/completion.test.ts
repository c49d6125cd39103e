import { completions, signature } from '../../host/playground/page/completion';
import type { FunctionHelp } from '../../host/playground/protocol';

const help = (name: string, parameters: string[] = []): FunctionHelp => ({
  name,
  summary: '',
  examples: [],
  parameters: parameters.map((parameter) => ({
    name: parameter.replace('?', ''),
    type: 'range',
    text: '',
    optional: parameter.endsWith('?'),
  })),
});
const functions = ['WIN_RATE', 'CLOSE_RATE', 'CAC', 'CAC_PAYBACK', 'CLV_TO_CAC', 'RETENTION_RATE'].map((name) =>
  help(name),
);

describe('completion', () => {
  test.each([
    ['ca', ['CAC', 'CAC_PAYBACK', 'CLV_TO_CAC']],
    ['RATE', ['CLOSE_RATE', 'RETENTION_RATE', 'WIN_RATE']],
    ['WIN_RATE', ['WIN_RATE']],
    ['x', []],
  ])('of %s offers what begins with it, then what has it as a later word', (typed, names) => {
    expect(completions(functions, typed).map(({ name }) => name)).toEqual(names);
  });

  test('shows a call with its optional arguments in brackets and the separator of the spreadsheet', () => {
    const text = (separator: ',' | ';') =>
      signature(help('WIN_RATE', ['outcomes', 'won?', 'lost?']), separator)
        .map((part) => part.text)
        .join('');
    expect([text(';'), text(',')]).toEqual(['WIN_RATE(outcomes; [won]; [lost])', 'WIN_RATE(outcomes, [won], [lost])']);
  });

  test('marks which part belongs to which parameter', () => {
    const parts = signature(help('CAC', ['spend', 'customers']), ',');
    expect(parts.filter(({ parameter }) => parameter === 1).map(({ text }) => text)).toEqual(['customers']);
  });
});
