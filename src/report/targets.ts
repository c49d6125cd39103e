import { words as allWords } from '../text/words';
import type { Figure } from './figure';
import { keptAs, targetOf } from './kept';
import type { Line } from './lines';
import type { Format } from './model';
import { type Draft, words } from './page';
import { reference } from './reference';
import type { Request } from './request';

/** The cell in which a person sets the target of a KPI (id `target:WIN_RATE`). */
export function targetCell({ name }: Line, format: Format, request: Request): Draft {
  const value = targetOf(name, request) ?? null;
  return { value, format, style: 'input', id: `target:${name}`, kept: keptAs.target(name, request) };
}

/**
 * Whether the target is reached, where there is one, by the direction that is good for the KPI. Where neither is, as with spend, the
 * target is a budget: it is not to be exceeded.
 */
export function statusCell({ name, better }: Line, { value }: Figure, request: Request): Draft {
  const { report } = allWords[request.language];
  const target = targetOf(name, request);
  const [cell, goal] = [reference(`kpi:${name}`), reference(`target:${name}`)];
  const isKnown = target !== undefined && value !== undefined;
  const isReached = isKnown && (better === 'up' ? value >= target : value <= target);
  const said = !isKnown ? '' : isReached ? report.onTarget : report.missed;
  const reached = `${cell}${better === 'up' ? '>=' : '<='}${goal}`;
  return {
    ...words(said, 'muted'),
    formula: `=IF(OR(${goal}="";${cell}="");"";IF(${reached};"${report.onTarget}";"${report.missed}"))`,
    mark: 'status',
  };
}
