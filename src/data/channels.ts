import { normaliseLabel } from './cell';
import { flatText, once, wordPattern } from './vocabulary';

/** The channels that are known by name; their words in each language belong to the text of the product. */
export const CHANNELS = [
  'paid-search',
  'paid-social',
  'display',
  'video',
  'shopping',
  'paid-other',
  'organic-search',
  'organic-social',
  'email',
  'messaging',
  'referral',
  'affiliates',
  'partners',
  'content',
  'events',
  'networking',
  'pr',
  'outbound',
  'phone',
  'offline-ads',
  'website',
  'direct',
] as const;

/** A channel that is known by name. */
export type KnownChannel = (typeof CHANNELS)[number];

/** Labels of sources and spend that are one channel; a label that stands alone is its own channel. */
export interface Channel {
  /** One of `CHANNELS`, or the label as it stands. */
  readonly channel: string;
  /** The labels as they stand, in the order in which they were given. */
  readonly labels: readonly string[];
}

/** Advertising and social networks by their owner, in the notation of `wordPattern`. */
const NETWORKS: Readonly<Record<string, readonly [KnownChannel, string]>> = {
  google: ['paid-search', 'google adwords'],
  yandex: ['paid-search', 'yandex яндекс'],
  microsoft: ['paid-search', 'bing microsoft'],
  search: ['paid-search', 'duckduck baidu yahoo seznam search_engine wyszukiwar поисков suchmasch buscador'],
  meta: ['paid-social', 'facebook fb! meta! instagram insta! ig! фейсбук инстаграм мета!'],
  linkedin: ['paid-social', 'linkedin linked_in'],
  tiktok: ['paid-social', 'tiktok tik_tok тикток'],
  vk: ['paid-social', 'vk! vkontakte вконтакте вк! mytarget odnoklass одноклас'],
  social: ['paid-social', 'twitter snapchat pinterest reddit quora xing! threads!'],
  youtube: ['video', 'youtube ютуб'],
};

const PAID = `cpc ppc cpm! cpa! cpv! paid ads! ad! adwords sem! advert reklam реклам sponsor promowan promoted platn контекст
  таргет директ direct! bezahlt anzeig werb anuncio pago! pagad publicid campaign retarget remarket boost lead_ads`;
const ORGANIC = 'organi organisch organicz bezplatn seo! natural органи сео! pozycjonow referral';

/** Words that name a channel whatever else the label says; the first list that fits counts. */
const NAMED: readonly (readonly [KnownChannel, string])[] = [
  ['referral', 'сарафан poczta_pant'],
  [
    'outbound',
    'outbound cold! prospecting zimn холодн исходящ kaltakquise kalt sdr! purchased_list baza_zak en_frio puerta_fr lista_comp',
  ],
  ['shopping', 'shopping merchant_cen performance_max pmax! ceneo! idealo товарн'],
  [
    'display',
    `display banner programmatic criteo rtb! gdn! dv360 remarket retarget рся! кмс! медийк медийн banery баннер sieci_rekl siec_rekl
    cross_network`,
  ],
  ['affiliates', 'affiliat afiliac afiliad партнерская_прог program_part партнерк'],
  [
    'offline-ads',
    `tv! radio радио print! outdoor billboard ooh! телевид телереклам наружн листовк ulotk gazet plakat flyer leaflet
    offline direct_mail postal`,
  ],
  [
    'events',
    `event экспо fachmesse messekont ferias! trade_show tradeshow fair! conference konferen fachkonf webinar seminar targi! targow wydarz expo! выстав конференц мероприят
    вебинар семинар messe! veranstalt feria! congres meetup szkolen`,
  ],
  ['email', `email e_mail mail! mailing newsletter mailchimp klaviyo drip! рассылк имейл емейл почт correo boletin`],
  [
    'messaging',
    `whatsapp telegram телеграм viber messenger мессенджер chat! чат! livechat czat! jivo sms! wechat bot! push! mobile_push`,
  ],
];

/** Words that name a channel where neither a network nor payment says more. */
const NAMED_OTHERWISE: readonly (readonly [KnownChannel, string])[] = [
  [
    'paid-search',
    '=ppc =cpc =sem =sea suchmaschinenw контекст paid_search search_ads search_ad платный_поиск platne_w bezahlte_such suchanzeig busqueda_de_pago busqueda_pag',
  ],
  [
    'paid-social',
    'paid_soc social_ads social_paid platne_med platne_spol bezahlte_soz social_de_pago redes_sociales_de_pago таргет платные_соц',
  ],
  ['video', 'paid_video =video =wideo =видео'],
  ['paid-other', 'paid_other other_campaigns =paid =advertis =reklam =реклам =werb =publicid переходы_по_рекл'],
  [
    'organic-search',
    `natural_s бесплатный_п unbezahlte_s pozycjonow ruch_org organic_search =seo =сео =organi =органи bezplatne_wy wyniki_organ organiczne_w wyszukiwar органический_пои из_поисков
    поисковые organische_s busqueda_organ search_engine =search`,
  ],
  [
    'organic-social',
    `organic_soc social_organ social_media =social =smm =sm media_spol spolecznos соцсет соц_сет социальн soziale redes_soc
    organic_video`,
  ],
  ['partners', 'partner партнер reseller дилер agency agencja агентств socio! socios distribut dystrybut'],
  ['networking', 'networking нетворкинг business_club znajom знаком bekannt contactos_person bni!'],
  [
    'referral',
    `referr referal recommend word_of_mouth wom! polecen poleca рекоменд реферал empfehl mundpropag recomend
    boca_a_boca odesla odsyla verweis переходы_по_ссыл переходы_с_сай`,
  ],
  [
    'pr',
    'pr! public_rel media_rel press! prasa! prasow пресс пиар сми! presse! prensa relaciones_pub publikac публикац',
  ],
  [
    'content',
    `content blog ebook e_book whitepaper white_paper podcast подкаст контент блог inhalt contenid download pobran artykul
    статьи guide!`,
  ],
  ['phone', 'phone telefon call! calls! call_in inbound_call звон телефон anruf llamad polaczeni callback'],
  [
    'direct',
    '=direct direct_traffic direct_none =bezposredni wejscia_bezp прямой прямые =direkt direkte_zug =directo trafico_dir',
  ],
  [
    'website',
    `website web! site! www! strona witryn formularz form! forms! landing сайт форма! webseite homepage formular sitio pagina_web
    online! internet`,
  ],
];

const compile = (lists: readonly (readonly [KnownChannel, string])[]) =>
  lists.map(([channel, list]) => ({ channel, pattern: wordPattern(list) }));

const patterns = once(() => ({
  named: compile(NAMED),
  otherwise: compile(NAMED_OTHERWISE),
  networks: Object.entries(NETWORKS).map(([name, [channel, list]]) => ({ name, channel, pattern: wordPattern(list) })),
  paid: wordPattern(PAID),
  organic: wordPattern(ORGANIC),
}));

/** What can be said of one label: its network, its channel, and whether the channel hangs on whether it was paid for. */
interface Reading {
  readonly network?: string;
  readonly channel?: KnownChannel;
  readonly paidChannel?: KnownChannel;
}

function read(label: string): Reading {
  const text = flatText(label);
  const { named, otherwise, networks, paid, organic } = patterns();
  const find = <Entry extends { pattern: RegExp }>(among: readonly Entry[]) =>
    among.find(({ pattern }) => pattern.test(text));
  const network = find(networks);
  const special = find(named)?.channel;
  if (special || !network) {
    const channel = special ?? find(otherwise)?.channel;
    return channel ? { channel } : {};
  }
  const isPaid = paid.test(text);
  if (isPaid) return { network: network.name, channel: network.channel };
  const free = network.channel === 'paid-search' ? 'organic-search' : 'organic-social';
  if (organic.test(text) || network.name === 'search') return { channel: free };
  return network.channel === 'paid-search'
    ? { network: network.name, paidChannel: network.channel }
    : { network: network.name, channel: free, paidChannel: network.channel };
}

/** The channel that a label of a source names by itself; undefined where it names none, or ("Google") one of several. */
export function recogniseChannel(label: string): KnownChannel | undefined {
  return read(label).channel;
}

/**
 * Groups the labels of sources and of spend into channels. A network's bare name ("Facebook") is the paid channel in spend,
 * and in sources where money was spent on it and no other source label says so; what is not known is grouped by spelling.
 */
export function suggestChannels(sources: readonly string[], spend: readonly string[]): Channel[] {
  const readings = sources.map(read);
  const paidSources = new Set(readings.filter(isPaidReading).map(({ network }) => network));
  const paidFor = new Set(spend.map(read).flatMap((reading) => (reading.network ? [reading.network] : [])));
  const groups = new Map<string, { channel: string; labels: Map<string, string> }>();
  const add = (label: string, known: KnownChannel | undefined) => {
    const key = normaliseLabel(label);
    if (key === '') return;
    const group = known ?? `=${flatText(label).replace(/ /g, '') || key}`;
    const found = groups.get(group) ?? { channel: known ?? label.trim(), labels: new Map<string, string>() };
    groups.set(group, found);
    if (!found.labels.has(key)) found.labels.set(key, label.trim());
  };
  const spendKeys = new Set(spend.map(normaliseLabel));
  for (const label of spend) {
    const { channel, paidChannel } = read(label);
    add(label, paidChannel ?? channel);
  }
  sources.forEach((label, index) => {
    const { network, channel, paidChannel } = readings[index] ?? {};
    if (spendKeys.has(normaliseLabel(label))) return;
    const paid = network !== undefined && paidFor.has(network) && !paidSources.has(network);
    add(label, paid ? (paidChannel ?? channel) : channel);
  });
  return [...groups.values()].map(({ channel, labels }) => ({ channel, labels: [...labels.values()] }));
}

const isPaidReading = ({ network, channel, paidChannel }: Reading): boolean =>
  network !== undefined && channel !== undefined && paidChannel === undefined;
