import fc from 'fast-check';
import { normaliseLabel } from '../../src/data/cell';
import { recogniseChannel, suggestChannels } from '../../src/data/channels';

describe('labels of channels', () => {
  test.each<[string, string[]]>([
    [
      'paid-search',
      [
        'google / cpc',
        'Google Ads',
        'AdWords',
        'Paid Search',
        'PAID_SEARCH',
        'Bing Ads',
        'Яндекс.Директ',
        'Контекстная реклама',
        'Płatne wyniki wyszukiwania',
      ],
    ],
    ['paid-social', ['Meta Ads', 'facebook / cpc', 'Facebook Lead Ads', 'LinkedIn Ads', 'Paid Social', 'Таргет ВК']],
    ['display', ['Display', 'Google Display Ads', 'Remarketing', 'Cross-network', 'РСЯ']],
    ['video', ['Paid Video', 'YouTube Ads']],
    [
      'organic-search',
      [
        'google / organic',
        'Organic Search',
        'ORGANIC_SEARCH',
        'SEO',
        'Bezpłatne wyniki wyszukiwania',
        'Переходы из поисковых систем',
      ],
    ],
    [
      'organic-social',
      [
        'FB',
        'Facebook',
        'Instagram',
        'LinkedIn',
        'Organic Social',
        'SOCIAL_MEDIA',
        'm.facebook.com / referral',
        'ВКонтакте',
        'Redes sociales',
      ],
    ],
    ['email', ['E-mail', 'Newsletter', 'EMAIL_MARKETING', 'Рассылка', 'Mailing']],
    ['messaging', ['SMS', 'WhatsApp', 'Telegram', 'Live chat']],
    [
      'referral',
      [
        'Polecenie',
        'Referral',
        'REFERRALS',
        'Employee Referral',
        'Word of mouth',
        'Рекомендация',
        'Empfehlung',
        'Recomendación',
      ],
    ],
    ['partners', ['Partner', 'Partner Referral', 'Партнёры', 'Agencja']],
    ['affiliates', ['Affiliates', 'Партнерская программа']],
    ['events', ['Trade Show', 'Webinar', 'Targi', 'Выставка', 'Messe', 'Feria', 'Conference']],
    ['networking', ['Networking', 'Нетворкинг']],
    ['pr', ['PR', 'Public Relations']],
    ['content', ['Content', 'Blog', 'Podcast', 'Whitepaper']],
    ['outbound', ['Cold call', 'Cold email', 'Холодный звонок', 'Kaltakquise', 'Purchased List']],
    ['phone', ['Phone', 'Звонок', 'Anruf', 'Telefon']],
    ['offline-ads', ['TV', 'Radio', 'Direct mail', 'OFFLINE', 'Ulotki']],
    ['website', ['Website', 'Web', 'Strona www', 'Сайт', 'Formularz kontaktowy']],
    ['direct', ['(direct) / (none)', 'Direct', 'DIRECT_TRAFFIC', 'Прямые заходы']],
  ])('%s', (channel, labels) => {
    expect(labels.map((label) => [label, recogniseChannel(label)])).toEqual(labels.map((label) => [label, channel]));
  });

  test.each(['Google', 'Other', 'Allegro', 'Marketing', '', '(not set)', 'Roadside'])(
    '"%s" names no channel',
    (label) => {
      expect(recogniseChannel(label)).toBeUndefined();
    },
  );
});

describe('groups of labels', () => {
  test('labels of sources and of spend that mean the same channel are one', () => {
    expect(suggestChannels(['google / cpc', 'Newsletter', 'Polecenie'], ['Google Ads', 'E-mail'])).toEqual([
      { channel: 'paid-search', labels: ['Google Ads', 'google / cpc'] },
      { channel: 'email', labels: ['E-mail', 'Newsletter'] },
      { channel: 'referral', labels: ['Polecenie'] },
    ]);
  });

  test("a network's bare name is its advertising in spend, and in sources where money was spent on it", () => {
    expect(suggestChannels(['FB', 'LinkedIn', 'Google'], ['Facebook', 'Google Ads'])).toEqual([
      { channel: 'paid-social', labels: ['Facebook', 'FB'] },
      { channel: 'paid-search', labels: ['Google Ads', 'Google'] },
      { channel: 'organic-social', labels: ['LinkedIn'] },
    ]);
  });

  test('but not where another source says that it was paid for', () => {
    expect(suggestChannels(['Facebook', 'Facebook Ads'], ['Meta Ads'])).toEqual([
      { channel: 'paid-social', labels: ['Meta Ads', 'Facebook Ads'] },
      { channel: 'organic-social', labels: ['Facebook'] },
    ]);
  });

  test('what is not known stands alone under its own name, spellings of it together', () => {
    expect(suggestChannels(['Allegro', 'OLX', 'allegro', 'Al-legro'], [])).toEqual([
      { channel: 'Allegro', labels: ['Allegro', 'Al-legro'] },
      { channel: 'OLX', labels: ['OLX'] },
    ]);
  });

  test('every label is in exactly one channel, whatever the labels', () => {
    const label = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('Google', 'FB', 'fb ', 'Facebook Ads', '---', 'E-mail'),
    );
    fc.assert(
      fc.property(fc.array(label), fc.array(label), (sources, spend) => {
        const grouped = suggestChannels(sources, spend).flatMap(({ labels }) => labels.map(normaliseLabel));
        const given = new Set([...sources, ...spend].map(normaliseLabel).filter((key) => key !== ''));
        expect(new Set(grouped)).toEqual(given);
        expect(grouped.length).toBe(given.size);
      }),
    );
  });
});
