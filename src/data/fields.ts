/** What a column of a field holds: `label` is grouped by, `id` is counted once each, `flagOrDate` says whether, perhaps when. */
export type FieldType = 'date' | 'number' | 'label' | 'id' | 'text' | 'flagOrDate';

/** A field of a dataset; without the needed ones a dataset says little. */
export interface Field {
  readonly type: FieldType;
  readonly needed?: true;
}

/** The fixed vocabulary: every dataset, its fields in the order in which they are shown. */
export const DATASETS = {
  leads: {
    id: { type: 'id' },
    created: { type: 'date', needed: true },
    source: { type: 'label' },
    campaign: { type: 'label' },
    status: { type: 'label' },
    owner: { type: 'label' },
    customer: { type: 'id' },
    segment: { type: 'label' },
    converted: { type: 'flagOrDate' },
  },
  deals: {
    id: { type: 'id' },
    name: { type: 'text' },
    customer: { type: 'id' },
    stage: { type: 'label', needed: true },
    amount: { type: 'number', needed: true },
    created: { type: 'date' },
    first_contact: { type: 'date' },
    closed: { type: 'date', needed: true },
    owner: { type: 'label' },
    source: { type: 'label' },
    segment: { type: 'label' },
    currency: { type: 'label' },
  },
  spend: {
    date: { type: 'date', needed: true },
    channel: { type: 'label' },
    campaign: { type: 'label' },
    amount: { type: 'number', needed: true },
    impressions: { type: 'number' },
    clicks: { type: 'number' },
    leads: { type: 'number' },
    orders: { type: 'number' },
    revenue: { type: 'number' },
  },
  traffic: {
    date: { type: 'date', needed: true },
    channel: { type: 'label' },
    visitors: { type: 'number' },
    sessions: { type: 'number' },
    pageviews: { type: 'number' },
    bounces: { type: 'number' },
    seconds: { type: 'number' },
    form_views: { type: 'number' },
    form_submissions: { type: 'number' },
  },
} as const satisfies Record<string, Record<string, Field>>;

/** A dataset: leads, deals, spend or traffic. */
export type DatasetName = keyof typeof DATASETS;

/** A field of one dataset. */
export type FieldOf<Dataset extends DatasetName> = Dataset extends DatasetName
  ? keyof (typeof DATASETS)[Dataset] & string
  : never;

/** A field of any dataset. */
export type FieldName = FieldOf<DatasetName>;

/** The day on which a lead or deal reached the status or stage of this label: outside the vocabulary, one field a label. */
export type StageDate = `reached:${string}`;

/** A field with its dataset, as columns of data are keyed: `deals.amount`, `deals.reached:Demo`. */
export type FieldKey =
  | { [Dataset in DatasetName]: `${Dataset}.${FieldOf<Dataset>}` }[DatasetName]
  | `${'leads' | 'deals'}.${StageDate}`;

/** The datasets in the order in which they are shown. */
export const DATASET_NAMES = Object.keys(DATASETS) as readonly DatasetName[];

/** The fields of a dataset in the order in which they are shown. */
export function fieldNames(dataset: DatasetName): FieldName[] {
  return Object.keys(DATASETS[dataset]) as FieldName[];
}

/** Whether a name is that of a stage date, which leads and deals may have any number of. */
export const isStageDate = (dataset: DatasetName, name: string): name is StageDate =>
  (dataset === 'leads' || dataset === 'deals') && /^reached:\s*\S/.test(name);

/** A field's type and whether it is needed; undefined where the dataset has no such field. */
export function fieldOf(dataset: DatasetName, name: string): Field | undefined {
  const fields: Record<string, Field> = DATASETS[dataset];
  if (isStageDate(dataset, name)) return { type: 'date' };
  // `constructor` and its like are no fields.
  return Object.keys(fields).includes(name) ? fields[name] : undefined;
}
