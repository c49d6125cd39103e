import { random } from '../../host/sample/random';
import type { Value } from '../../src/data/cell';
import type { Tab } from '../../src/data/detect';
import { fieldOf } from '../../src/data/fields';
import { readHeader } from '../../src/data/vocabulary-headers';
import type { HeaderRow } from '../data/header-rows';

const ROWS = 60;

const LABELS: Readonly<Record<string, readonly string[]>> = {
  'stage en': ['New', 'Proposal', 'Negotiation', 'Closed won', 'Closed lost'],
  'stage pl': ['Nowa', 'Oferta', 'Negocjacje', 'Wygrana', 'Przegrana'],
  'stage ru': ['Новая', 'Предложение', 'Переговоры', 'Успешно реализовано', 'Закрыто и не реализовано'],
  'stage de': ['Neu', 'Angebot', 'Verhandlung', 'Gewonnen', 'Verloren'],
  'stage es': ['Nuevo', 'Propuesta', 'Negociación', 'Ganada', 'Perdida'],
  'status en': ['New', 'Contacted', 'Qualified', 'Converted', 'Disqualified'],
  'status pl': ['Nowy', 'Kontakt', 'Kwalifikowany', 'Klient', 'Odrzucony'],
  'status ru': ['Новый', 'В работе', 'Квалифицирован', 'Клиент', 'Брак'],
  'status de': ['Neu', 'Kontaktiert', 'Qualifiziert', 'Kunde', 'Abgelehnt'],
  'status es': ['Nuevo', 'Contactado', 'Calificado', 'Cliente', 'Descartado'],
  source: ['Google Ads', 'Facebook', 'Newsletter', 'Referral', 'Direct'],
  channel: ['Google Ads', 'Facebook', 'Newsletter', 'Referral', 'Direct'],
  owner: ['Ann Fox', 'Bob Gray', 'Cid Hall'],
  segment: ['Retail', 'Finance', 'Health'],
  currency: ['EUR', 'USD'],
  campaign: ['Brand 2025', 'Generic', 'Spring'],
};

/** A tab of a tool as it is used: its headers over values that suit each field, and over dates, numbers or remarks where there is none. */
export function filledTab({ language, dataset, headers }: HeaderRow, seed = 1): Tab {
  const chance = random(seed);
  const day = (): Value => ({ date: `2025-0${chance.whole(1, 9)}-${chance.whole(10, 28)}`, time: 0 });
  const valueIn = (header: string, field: string | undefined, row: number): Value => {
    if (field === undefined) return remark(header);
    const labels = LABELS[`${field} ${language}`] ?? LABELS[field];
    if (labels) return chance.pick(labels);
    if (field === 'closed' || field === 'converted') return chance.chance(0.6) ? day() : null;
    if (field === 'id') return 1000 + row;
    // Deals are called differently.
    if (field === 'name') return `name ${row}`;
    const type = fieldOf(dataset, field)?.type;
    if (type === 'date') return day();
    if (field === 'amount' || field === 'revenue') return chance.whole(100, 900_000) / 100;
    return type === 'number' ? chance.whole(0, 900) : `${field} ${chance.whole(1, 40)}`;
  };
  const remark = (header: string): Value => {
    const { meanings } = readHeader(header);
    if (meanings.some((meaning) => ['date', 'create', 'close', 'time', 'begin', 'end'].includes(meaning))) return day();
    if (meanings.some((meaning) => ['rate', 'average', 'amount', 'cost', 'count', 'revenue'].includes(meaning)))
      return chance.whole(0, 9000) / 100;
    return chance.pick(['one', 'two', `remark ${chance.whole(1, 20)}`, null]);
  };
  const rows = Array.from({ length: ROWS }, (_, row) =>
    headers.map(({ header, field }) => valueIn(header, field, row)),
  );
  return { name: 'Sheet1', rows: [headers.map(({ header }) => header), ...rows] };
}
