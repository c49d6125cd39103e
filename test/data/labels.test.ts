import fc from 'fast-check';
import { recogniseStage, recogniseStatus } from '../../src/data/labels';

const outcome = (label: string) => recogniseStage(label)?.meaning;

describe('outcomes of stages', () => {
  test.each([
    'Won',
    'WON',
    'Won ',
    'won',
    'Closed Won',
    'Closed - Won',
    'closedwon',
    'ClosedWon',
    'Deal won',
    'Sold',
    'Paid',
    'Completed',
    'Wygrana',
    'Wygrane',
    'Zakończone wygrane',
    'Sprzedane',
    'Umowa podpisana',
    'Sukces',
    'Opłacone',
    'Успешно реализовано',
    'Сделка успешна',
    'Закрыто - Успех',
    'Выиграна',
    'Договор подписан',
    'Оплачено',
    'Продано',
    'Gewonnen',
    'Geschlossen gewonnen',
    'Verkauft',
    'Vertrag unterschrieben',
    'Ganado',
    'Cerrado ganado',
    'Vendido',
    'Contrato firmado',
    'Auftrag erteilt',
    'Presupuesto aceptado',
    'Завершена с победой',
    'Zlecenie przyjęte',
    'PO received',
    'Returning customer',
    'Stały klient',
  ])('"%s" is won', (label) => {
    expect(outcome(label)).toBe('won');
  });

  test.each([
    'Lost',
    'Closed Lost',
    'closedlost',
    'Closed-Lost to Competition',
    'Dead',
    'Unwon',
    'Refunded',
    'Слив',
    'Niezainteresowany',
    'Rejected',
    'Cancelled',
    'No decision',
    'Not won',
    "Won't do",
    'Won’t fix',
    'Unsuccessful',
    'Unpaid',
    'Przegrana',
    'Utracona',
    'Zakończone przegrane',
    'Odrzucona oferta',
    'Rezygnacja klienta',
    'Nie wygrana',
    'Niezrealizowana',
    'Закрыто и не реализовано',
    'Сделка провалена',
    'Анализ причины провала',
    'Отказ',
    'Проиграна',
    'Закрыто неудачно',
    'Не оплачено',
    'Verloren',
    'Abgelehnt',
    'Storniert',
    'Kein Interesse',
    'Nicht gewonnen',
    'Perdido',
    'Cerrado perdido',
    'Auftrag nicht erhalten',
    'Zu teuer',
    'Sin presupuesto',
    'Клиент передумал',
    'Дорого',
    'Za drogo',
    'Trial expired, didn’t buy',
    'Fehlgeschlagen',
    'Rechazada',
    'Cancelado',
  ])('"%s" is lost', (label) => {
    expect(outcome(label)).toBe('lost');
  });

  test.each([
    'Prospecting',
    'Negotiation/Review',
    'Proposal delivered',
    'Demo completed',
    'Contract sent',
    'Open',
    'On hold',
    '4-Close',
    'Clients meeting',
    'Klient się zastanawia',
    'Клиент думает',
    'Счёт на предоплату',
    'В работе',
    'Повторный звонок',
    'Angebot/Kostenvoranschlag',
    'In Arbeit',
    'Propuesta',
    'En proceso',
    'Testphase',
    'Warten auf Unterschrift',
    'W trakcie',
    'Otwarta',
  ])('"%s" is open', (label) => {
    expect(outcome(label)).toBe('open');
  });

  test.each(['Duplicate', 'Spam', 'Test', 'Дубль', 'Duplikat'])('"%s" is no deal at all', (label) => {
    expect(outcome(label)).toBe('ignore');
  });

  test.each([
    'Closed',
    'Zamknięte',
    'Закрыто',
    'Geschlossen',
    'Cerrado',
    'Test drive',
    'Wonderland',
    'Stage 3',
    '',
    '—',
    '42',
  ])('"%s" is not known', (label) => {
    expect(outcome(label)).toBeUndefined();
  });
});

describe('the usual order of stages', () => {
  test.each<[string, string[]]>([
    [
      'Salesforce',
      [
        'Prospecting',
        'Qualification',
        'Needs Analysis',
        'Value Proposition',
        'Id. Decision Makers',
        'Perception Analysis',
        'Proposal/Price Quote',
        'Negotiation/Review',
        'Closed Won',
        'Closed Lost',
      ],
    ],
    [
      'HubSpot',
      [
        'appointmentscheduled',
        'qualifiedtobuy',
        'presentationscheduled',
        'decisionmakerboughtin',
        'contractsent',
        'closedwon',
        'closedlost',
      ],
    ],
    ['Pipedrive', ['Qualified', 'Contact Made', 'Demo Scheduled', 'Proposal Made', 'Negotiations Started']],
    [
      'amoCRM',
      [
        'Неразобранное',
        'Первичный контакт',
        'Переговоры',
        'Принимают решение',
        'Согласование договора',
        'Успешно реализовано',
        'Закрыто и не реализовано',
      ],
    ],
    [
      'Bitrix24',
      [
        'Новая',
        'В работе',
        'Подготовка документов',
        'Счёт на предоплату',
        'Финальный счёт',
        'Сделка успешна',
        'Сделка провалена',
      ],
    ],
    ['Dynamics', ['1-Qualify', '2-Develop', '3-Propose', '4-Close']],
    [
      'a Polish team',
      ['Nowy lead', 'Kontakt', 'Kwalifikacja', 'Spotkanie', 'Oferta', 'Negocjacje', 'Umowa', 'Wygrana', 'Przegrana'],
    ],
    [
      'a German team',
      ['Neu', 'Erstgespräch', 'Bedarfserhebung', 'Termin', 'Angebot', 'Verhandlung', 'Vertrag', 'Gewonnen', 'Verloren'],
    ],
    [
      'a Spanish team',
      ['Nuevo', 'Contactado', 'Calificación', 'Reunión', 'Propuesta', 'Negociación', 'Contrato', 'Ganado', 'Perdido'],
    ],
  ])('%s', (_, stages) => {
    const orders = stages.map((label) => recogniseStage(label)?.order);
    expect(orders).toEqual([...orders].sort((one, other) => Number(one) - Number(other)));
  });
});

describe('meanings of lead statuses', () => {
  test.each<[string, string[]]>([
    [
      'lead',
      [
        'New',
        'Open',
        'In progress',
        'Attempted to contact',
        'Connected',
        'Recycled',
        'Nurturing',
        'Not contacted',
        // As Facebook has it: the form was filled in.
        'complete',
        'Nie odbiera',
        'Nowy',
        'Przypisany',
        'W trakcie',
        'Kwalifikacja',
        'Новый',
        'Назначен',
        'В процессе',
        'Необработанный',
        'Neu',
        'Zugewiesen',
        'In Arbeit',
        'Nuevo',
        'Asignado',
        'En proceso',
      ],
    ],
    [
      'mql',
      [
        'MQL',
        'Marketing qualified lead',
        'marketingqualifiedlead',
        'Kwalifikowany marketingowo',
        'Lead zakwalifikowany przez marketing',
      ],
    ],
    [
      'sql',
      [
        'SQL',
        'Sales qualified lead',
        'salesqualifiedlead',
        'Qualified',
        'Open deal',
        'Opportunity',
        'Zakwalifikowany',
        'Качественный лид',
        'Qualifiziert',
        'Calificado',
        'Offener Deal',
        'Передан в отдел продаж',
      ],
    ],
    [
      'customer',
      [
        'Customer',
        'Converted',
        'Closed - Converted',
        'Evangelist',
        'Klient',
        'Przekształcony',
        'Клиент',
        'Конвертирован',
        'Kunde',
        'Umgewandelt',
        'Cliente',
        'Convertido',
        'Został klientem',
        'Klient aktywny',
        'Стал клиентом',
        'Kunde geworden',
        'Ya es cliente',
      ],
    ],
    [
      'disqualified',
      [
        'Unqualified',
        'Not qualified',
        'Closed - Not converted',
        'Junk lead',
        'Dead',
        'Bad timing',
        'Lost lead',
        'Niezakwalifikowany',
        'Martwy',
        'Некачественный лид',
        'Отказ',
        'Nicht qualifiziert',
        'Geschlossen - nicht konvertiert',
        'Cannot contact',
        'No longer interested',
        'Нет бюджета',
        'Nie pasuje do profilu',
        'No le interesa',
        'Gestorben',
        'No calificado',
        'Muerto',
      ],
    ],
    ['ignore', ['Duplicate', 'Spam', 'Test']],
  ])('%s', (meaning, labels) => {
    expect(labels.map((label) => [label, recogniseStatus(label)?.meaning])).toEqual(
      labels.map((label) => [label, meaning]),
    );
  });

  test.each(['Other', 'Инойвариант', '', '7'])('"%s" is not known', (label) => {
    expect(recogniseStatus(label)).toBeUndefined();
  });
});

test('spaces, case, dashes and a number in front make no difference', () => {
  const spelling = fc.constantFrom('Closed Won', 'Oferta wysłana', 'Успешно реализовано', 'Verloren', 'Ganado');
  const dress = fc.constantFrom<(label: string) => string>(
    (label) => `  ${label}\u00a0`,
    (label) => label.toUpperCase(),
    (label) => label.replace(' ', ' - '),
    (label) => `3. ${label}`,
    (label) => label.replace(' ', '_'),
  );
  fc.assert(
    fc.property(spelling, dress, (label, dressed) => {
      expect(recogniseStage(dressed(label))).toEqual(recogniseStage(label));
    }),
  );
});
