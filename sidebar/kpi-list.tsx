import type { ReportSettings } from '../src/data/settings';
import type { KpiView } from '../src/main';
import { carriedIn, chosenKpis, MANY_KPIS, withKpi, withTarget } from './kpis';
import { Input, type PageProps, Tick } from './parts';
import { fill, placeOf, type Text } from './text';

/** The pick list of KPIs by their groups; one that is chosen can have a target. */
export function Kpis({ wizard, language, text, send }: PageProps) {
  const { report } = wizard.settings;
  const { kpis: all, groupNames } = wizard.opening;
  const carried = carriedIn(wizard.kpis, report.period);
  const chosen = chosenKpis(report, all, carried);
  const groups = Object.entries(groupNames[language]);
  const change = (part: Partial<ReportSettings>) => send({ type: 'report', change: part });
  return (
    <details class="group">
      <summary>
        <h2>{text.report.kpis}</h2>
        <span class="aside">{fill(text.report.chosen, { count: chosen.length, all: all.length })}</span>
      </summary>
      <p class="hint">{chosen.length > MANY_KPIS ? text.report.many : text.report.kpisHint}</p>
      {groups.map(([group, name]) => (
        <fieldset key={group}>
          <legend>{name}</legend>
          {all
            .filter((kpi) => kpi.group === group)
            .map((kpi) => {
              const isChosen = chosen.includes(kpi.name);
              const { [kpi.name]: lacks = [] } = carried.lacking;
              return (
                <div key={kpi.name} class="kpi">
                  <Tick
                    label={kpi.label[language]}
                    isTicked={isChosen}
                    isDisabled={lacks.length > 0}
                    hint={lacks.length > 0 && fill(text.report.lacks, { fields: fieldsOf(lacks, text) })}
                    onTick={(isTicked) => change(withKpi(report, all, carried.usual, [kpi.name, isTicked]))}
                  />
                  {isChosen && (
                    <Target
                      kpi={kpi}
                      label={fill(text.report.targetOf, { kpi: kpi.label[language] })}
                      report={report}
                      text={text}
                      onEnter={(target) => change(withTarget(report, kpi.name, target))}
                    />
                  )}
                </div>
              );
            })}
        </fieldset>
      ))}
      {report.kpis.length > 0 && (
        <button type="button" class="link" onClick={() => change({ kpis: [] })}>
          {text.report.usual}
        </button>
      )}
    </details>
  );
}

interface TargetProps {
  readonly kpi: KpiView;
  readonly label: string;
  readonly report: ReportSettings;
  readonly text: Text;
  readonly onEnter: (target: number | undefined) => void;
}

/** A target as people write it: a share in percent. */
function Target({ kpi, label, report, text, onEnter }: TargetProps) {
  const { [kpi.name]: target } = report.targets;
  const factor = kpi.unit === 'share' ? 100 : 1;
  const unit = kpi.unit.startsWith('money')
    ? report.currency
    : (text.units as Readonly<Record<string, string>>)[kpi.unit];
  return (
    <Input
      label={unit ? `${label}, ${unit}` : label}
      isLabelHidden
      type="number"
      value={target === undefined ? '' : String(Math.round(target * factor * 1e6) / 1e6)}
      unit={unit ?? ''}
      placeholder={text.report.target}
      onEnter={(entered) => onEnter(entered === '' ? undefined : Number(entered) / factor)}
    />
  );
}

/** Fields ("deals.stage") and datasets ("deals") by their names. */
const fieldsOf = (lacks: readonly string[], text: Text): string =>
  lacks
    .map((key) => key.split('.'))
    .map(([dataset = '', field]) => placeOf(text, dataset, field))
    .join(', ');
