import { words as allWords } from '../text/words';
import type { Figure } from './figure';
import { keptAs, targetOf } from './kept';
import type { Line } from './lines';
import type { Format } from './model';
import { type Draft, words } from './page';
import { reference } from './reference';
import type { Request } from './request';

/** The cell in which a person sets the target of a KPI (id `target:WIN_RATE`); none where neither direction is good. */
export function targetCell({ name, better }: Line, format: Format, request: Request): Draft | undefined {
  if (better === 'neither') return undefined;
  const value = targetOf(name, request) ?? null;
  return { value, format, style: 'input', id: `target:${name}`, kept: keptAs.target(name, request) };
}

/** Whether the target is reached, where there is one, by the direction that is good for the KPI. */
export function statusCell({ name, better }: Line, { value }: Figure, request: Request): Draft | undefined {
  if (better === 'neither') return undefined;
  const { report } = allWords[request.language];
  const target = targetOf(name, request);
  const [cell, goal] = [reference(`kpi:${name}`), reference(`target:${name}`)];
  const isReached = (one: number, other: number) => (better === 'up' ? one >= other : one <= other);
  const isKnown = target !== undefined && value !== undefined;
  const said = !isKnown ? '' : isReached(value, target) ? report.onTarget : report.missed;
  const reached = `${cell}${better === 'up' ? '>=' : '<='}${goal}`;
  return {
    ...words(said, 'muted'),
    formula: `=IF(OR(${goal}="";${cell}="");"";IF(${reached};"${report.onTarget}";"${report.missed}"))`,
    mark: 'status',
  };
}
