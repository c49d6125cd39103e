import { normaliseLabel } from '../src/data/cell';
import { type Option, type PageProps, Select } from './parts';
import { fill, shown } from './text';

/** Which labels of sources and spend are one channel. */
export function Channels({ wizard, language, text, send }: PageProps) {
  const { settings, labels: read, opening } = wizard;
  const { channels } = settings;
  if (channels.length === 0) return null;
  // A Map, since a label such as "constructor" is a name that every object has.
  const names = new Map(Object.entries(opening.channelNames[language]));
  const used = channels.map(({ channel }): Option => ({ value: channel, label: names.get(channel) ?? shown(channel) }));
  const others = [...names]
    .filter(([channel]) => !channels.some((one) => one.channel === channel))
    .map(([value, label]): Option => ({ value, label }));
  const records = recordsOf(read);
  return (
    <details class="group">
      <summary>
        <h2>{fill(text.channels.title, { count: channels.length })}</h2>
      </summary>
      <p class="hint">{text.channels.hint}</p>
      {used.map(({ value, label: name }, index) => (
        <section key={value} class="channel">
          <h3>{name}</h3>
          {channels[index]?.labels.map((label) => (
            <Select
              key={label}
              label={shown(label)}
              mark={
                <span class="aside">
                  {fill(text.stages.records, {
                    count: (records.get(normaliseLabel(label)) ?? 0).toLocaleString(language),
                  })}
                </span>
              }
              value={value}
              options={used}
              more={{
                label: text.channels.more,
                options: value === label ? others : [{ value: label, label: text.channels.own }, ...others],
              }}
              onChoose={(channel) => send({ type: 'channel', label, channel })}
            />
          ))}
        </section>
      ))}
    </details>
  );
}

/** How many records have each label, in all columns of sources and channels. */
function recordsOf(read: PageProps['wizard']['labels']): ReadonlyMap<string, number> {
  const { 'deals.stage': _stages, 'leads.status': _statuses, ...sources } = read;
  const records = new Map<string, number>();
  for (const { label, count } of Object.values(sources).flat()) {
    const key = normaliseLabel(label);
    records.set(key, (records.get(key) ?? 0) + count);
  }
  return records;
}
