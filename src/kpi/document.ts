import type { Form, Kpi, Parameter } from './kpi';

/** A parameter of the stub: the parameters of all forms that stand at one place, under the name of the first. */
interface Place {
  readonly name: string;
  readonly type: string;
  readonly help: string;
}

/** The top-level functions, with the JSDoc that Google shows, that call `entry` (a global function) in the bundle. */
export const stubs = (catalog: readonly Kpi[], entry: string): string =>
  catalog.map((kpi) => stub(kpi, entry)).join('\n');

function stub(kpi: Kpi, entry: string): string {
  const places = placesOf(kpi);
  const names = places.map(({ name }) => name).join(', ');
  const lines = [
    kpi.summary.en,
    `Example: ${kpi.usage.join(' or ')}`,
    ...places.map(({ name, type, help }) => `@param {${type}} ${name} ${help}`),
    `@return {${kpi.unit === 'table' ? 'Array' : kpi.unit === 'text' ? 'string' : 'number'}} ${kpi.label.en}.`,
    '@customfunction',
  ];
  const comment = lines.map((line) => ` * ${line.replace(/\*\//g, '* /')}`).join('\n');
  return `/**\n${comment}\n */\nfunction ${kpi.name}(${names}) {\n  return ${entry}('${kpi.name}', arguments);\n}\n`;
}

/**
 * The parameters that a cell function shows, in order. Where forms differ, a parameter is named and explained for each:
 * `customers_or_returning`.
 */
export function placesOf(kpi: Kpi): Place[] {
  const length = Math.max(...kpi.forms.map(({ parameters }) => parameters.length));
  return Array.from({ length }, (_, at) => {
    const forms = kpi.forms.filter(({ parameters }) => parameters[at]);
    const here = forms.map(({ parameters }) => parameters[at] as Parameter);
    const different = here.filter((one, index) => here.findIndex(({ name }) => name === one.name) === index);
    return {
      name: different.map(({ name }) => name).join('_or_'),
      type: typeOf(different),
      help: different.map((one) => `${whenGiven(one, at, kpi, different.length === 1)}${one.help.en}`).join(' Or: '),
    };
  });
}

/** Whether a parameter can be left out, or belongs to one of several forms only. */
function whenGiven(parameter: Parameter, at: number, { forms }: Kpi, isAlone: boolean): string {
  const before = (form: Form) => form.parameters.slice(0, at);
  const form = forms.find(({ parameters }) => parameters[at] === parameter) as Form;
  const isFormWithout = forms.some(({ parameters }) => isSame(parameters, before(form)));
  if (parameter.optional || isFormWithout) return 'Optional. ';
  return isAlone && forms.some(({ parameters }) => parameters.length <= at)
    ? `Only with ${before(form)[0]?.name}: `
    : '';
}

const isSame = (one: readonly Parameter[], other: readonly Parameter[]): boolean =>
  one.length === other.length && one.every((parameter, at) => parameter === other[at]);

function typeOf(here: readonly Parameter[]): string {
  const [{ kind }] = here as readonly [Parameter];
  if (here.length > 1) return 'range';
  if (kind === 'number') return 'number';
  return kind === 'choice' || kind === 'accepted' ? 'string' : 'range';
}
