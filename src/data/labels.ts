import { SALE } from './places';
import { flatText, once, wordPattern } from './vocabulary';

/** What a label of `deals.stage` says of the deal. */
export type Outcome = 'open' | 'won' | 'lost' | 'ignore';

/** What a label of `leads.status` says of the lead. */
export type StatusMeaning = 'lead' | 'mql' | 'sql' | 'customer' | 'disqualified' | 'ignore';

/** A label that is known: what it means, and its place in the usual order (smaller is earlier). */
export interface RecognisedLabel<Meaning> {
  readonly meaning: Meaning;
  readonly order: number;
}

/** Words in five languages, in the notation of `wordPattern`. */
const NOT_RECORDS = `duplic duplik zdublow дубл dublett doppel spam спам =test! =тест! =testow test_acc konto_test internal_test
  prueba_int dubel =muster =prueba test_deal test_lead тестовая_сд тестовый_л`;

/** Not a sale, whatever else the label says: "Закрыто и не реализовано", "Nie wygrana", "Won't do". */
const NEGATED = `won_t! wont! will_not not_won not_sold not_reali not_success unsuccess not_paid unpaid no_sale no_decision
  no_budget no_go! nie_wygr niewygr nie_sprzed niesprzed nie_zreali niezreali nie_doszl nie_kupi nie_podpis nie_oplac nieoplac
  не_реал нереал не_выигр не_успе неусп неудач безусп не_куп не_состоя несостоя не_продан не_заключ не_подпис не_оплач неоплач
  nicht_gew nicht_verk nicht_erfolg erfolglos nicht_abgesch nicht_zustand nicht_bezahlt no_gana no_vend no_concre no_reali no_cerr
  no_firm no_pagad sin_exito didn_t not_award not_proceed no_longer nie_zdecyd nie_jest_juz не_продл нет_бюдж не_заинтерес
  nicht_gekauft nicht_beauf nicht_erhalt nicht_konv kein_budget kein_zuschlag no_compr no_interes sin_inter sin_presup ya_no`;

const LOST = `lost lose! loss! losses closedlost dead! reject declin refus abandon cancel churn walked_away turned_down failed
  failure fail! dropped disqualif unqualif not_interest przegr utrac utrata strac porazk odrzuc anulow odmow rezygn zrezygn
  nieudan nieaktualn zerwan brak_zaint проигр потер утрач отказ отклон отмен провал упущ слит! не_интерес неактуал verlor verlust
  abgelehnt ablehn abgesagt absage storn gescheit abgebroch kein_interesse perdid perdio rechaz descart anulad fracas caid
  fell_thr pulled expired expirad competitor out_of_budg konkuren brak_budz za_drog wycofal niepowodz конкурент дорого! передум
  сорвал слил misserf teuer! abgesprung geplatzt anders_entsch competencia caro! echo_atras fuera_de_pres odpad fehlgeschl unwon refunded слив! niezainteres
  nie_zaint`;

const WON = `won! win! wins! closedwon sold! success =signed contract_signed deal_signed agreement_signed paid! =fulfil =deliver
  =customer =client wygran wygral sukces sprzedan =zrealiz umowa_podpis podpisana_umow =podpisan oplacon zaplacon =dostarcz
  =klient выигр успешно успешна успешные успешный успех реализован оплачен договор_подпис договор_заключ =подписан =заключен
  =выполнен =доставлен продан! продано продана =покупка =клиент gewonn gewinn! verkauft! erfolgreich vertrag_unter =unterschr
  =unterzeich bezahlt! =geliefert =kunde ganad gano! ganar! vendid exito! exitos contrato_firm =firmad pagad =entregad =cliente
  contract_award po_receiv sale_compl paying_c =accepted sprzedaz_zakon zlecenie_przyj klient_plac akt_notar побед =angenommen
  auftrag_ert auftrag_erh =beauftr bestellung_eing verkauf_abg kaufvertrag zahlend presupuesto_acept cliente_de_pago contratad!
  escritura_f cobrad`;

const AFTER_SALE = `returning_ repeat_cust regular_cust came_back referring =regular =referr advocate evangelist loyal powracaj
  wrocil staly_klient stali_klienci polecaj =staly постоянный_кл вернулся =рекоменд =постоянн =повторн stammkund wiederkehr
  =empfehl cliente_recurr cliente_fiel`;

/** Steps before the sale and their usual place; of several that a label names, the latest counts ("Qualified lead"). */
const STEPS: Readonly<Record<number, string>> = {
  5: 'unsorted неразобран backlog suspect nierozpatr',
  10: `new! lead! leads! incoming inbox inbound prospect identif nowy! nowa! nowe! potencjal новый! новая! новое! новые! первичн
    входящ привлечен потенциал лид! neu! neue neuer! interessent nuevo nueva entrante enquir inquir rfq! zapytan заявк anfrage
    solicit`,
  20: `contact attempt reached connected called call! engag outreach kontakt nawiazan zadzwon rozmow контакт дозвон звонок связал
    разговор angerufen erstgesprach llamad erstkontakt`,
  25: 'nurtur warm! follow interest zainteres догрев заинтерес интерес wiedervorl nachfass interes seguim',
  30: `qualif kwalif zakwalif квалиф calific cualific оценка_возм needs_anal discovery scoping requirement potrzeb analiz выявлен
    потребност анализ bedarf analys necesid develop brief бриф diagnos диагност замер`,
  40: `appoint meeting scheduled visit! viewing spotkan umowion встреч показ! termin! treffen besuch besichtig reunion visita
    cita!`,
  41: 'demo present trial pilot poc! prezent демо презент тестов vorfuhr prasent testph prueba',
  46: 'perception wahrnehm percepc',
  50: `propos quot offer estimate! bid! rfp! tender ofert wycen kosztorys przetarg propozyc предлож оферт коммерч кп! смет расчет
    подготовка_док angebot kostenvor richtang propuest cotiz presupuest pitch preisang kalkul`,
  55: 'evaluat review consider decision принима решен думае ocena rozwaz zastanaw decyz bewert uberleg evaluac revis',
  60: 'negoti negoc переговор согласов торг! verhandl legal! prawn юрид discus',
  70: `contract verbal commit agreement approv closing! close! umowa umowy umowe kontrakt akcept договор контракт одобрен vertrag
    zusage abschluss contrato compromis aprob cierre!`,
  75: `invoic prepay payment faktur platnos zaliczk счет оплата! оплаты! предоплат rechnung anzahlung factur pago! anticip`,
  80: `implement onboard order! processing shipped realizac wdroz zamowien реализац внедр отгруз исполнен заказ umsetz auftrag
    pedido`,
  85: 'финальн final_inv',
};

/** Steps whose words alone would put them elsewhere. */
const SPECIAL_STEPS: Readonly<Record<number, string>> = {
  // As HubSpot and Pipedrive have them: qualified after an appointment, contacted after being qualified.
  31: 'contact_made nawiazano_kont контакт_устан kontakt_herg contacto_real',
  40.5: 'qualifiedto qualified_to_buy do_zakupu к_покупке zum_kauf para_comprar',
  62: 'принимают_реш',
  72: 'waiting_for_sig awaiting_sig oczekiwanie_na_podp unterschrift ожида_подп pendiente_de_firm',
  42: 'value_prop propozycja_wart ценностное_предл wertangebot propuesta_de_val',
  44: 'decision_mak decisionmak osob_decyz osoby_decyz лицо_прин лпр! entscheider tomador',
};

/** Still open, though the label does not say how far. */
const OPEN = `open! opened pending in_prog ongoing working in_work started on_hold hold! stalled wait otwart aktywn w_toku
  w_trakcie wstrzym zawieszon oczek открыт! открыта открыто активн в_работе в_процесс ожида отложен заморож offen! offene laufend
  aktiv! in_arbeit in_bearb abiert activ en_proces en_curso en_progres pendient warten zuruckgest пауз paus espera`;

const DISQUALIFIED = `${NEGATED} ${LOST} not_qualif non_qualif not_convert not_a_fit no_fit bad! junk garbage wrong unreach
  never_resp nie_kwalif niekwalif niezakwalif nie_zakwalif zdyskwalif dyskwalif bledn smieci niepopraw martw brak_kontaktu brak_odpow не_квалиф дисквалиф некачеств нецелев не_целев мусор мертв неверн брак! nicht_qualif ungult
  gestorb tot! kein_bedarf no_calific no_cualific descalific no_apto muert basura inval no_respon cannot do_not unsubscr
  brak_zgody brak_mozl nie_pasuje za_maly niepozysk не_наш не_подход неквал нет_интер nicht_mogl passt_nicht ungeeig falsche
  no_se_puede no_le_int no_encaja no_cumple erroneo`;

const CUSTOMER = `${WON} existing_cust converted =convert przekonwert skonwert przekszt конвертир сконверт
  konvertiert umgewandel convertid became purchased zostal_kl klient_akt klient_poz =kupil =zaplacil стал_кл действующ =купил
  =оплатил kunde_gew bestandsk =gekauft gebucht ya_es_cl cliente_act =compro matricul`;

const MARKETING_QUALIFIED = `mql marketing_qual marketingqual marketing_kwal marketingowo kwalifikowany_mark маркетинг
  calificado_mark cualificado_mark pre_qualif prequalif przez_mark kwalifikacja_mark para_mark por_mark`;

const SALES_QUALIFIED = `sql! sal! sales_qual salesqual sales_accept sales_ready opportun open_deal =deal hot! szans sprzedazowo
  kwalifikowan zakwalifikowan goracy qualified сделк возможност квалифицир качествен горяч целев vertriebsqual verkaufschance
  qualifiziert heiss oportunid calificad cualificad demo meeting appoint proposal quot negoti spotkan ofert встреч предлож перегов
  angebot termin! propuest reunion handed_over przekazan otwarty_deal kwalifikacja_sprz potwierdzony_przez_sp передан_в перевод_в
  квал! ubergeben offener_deal vertrieb_best negocio_ab pasado_a`;

const NEW_LEAD = `new! =lead =leads subscrib unsorted raw! fresh uncontact not_contact nowy! nowa! nowe! новый! новая! новые!
  необраб неразоб neu! neue nuevo nueva =open =otwart =открыт =offen =abiert created complete`;

const WORKED_LEAD = `${OPEN} contact attempt assign process connect called nurtur recycl warm! cold! follow engag interest later
  qualif przypis kontakt proba proby zadzwon odlozon zainteres kwalif назнач обработ контакт звон дозвон теплы холод заинтерес
  квалиф zugew wieder asign recicl interesad seguim identif prospect calific call_back replied zapytan oddzwon перезвон обращ
  заявк связал думает anfrag ruckruf wart consulta volver esper umowion nie_odbier no_contest skontakt w_kont`;

type Rule<Meaning> = readonly [Meaning, number, RegExp];

const steps = (of: Readonly<Record<number, string>>): Rule<Outcome>[] =>
  Object.entries(of)
    .map(([order, list]): Rule<Outcome> => ['open', Number(order), wordPattern(list)])
    .sort((one, other) => other[1] - one[1]);

// The first rule that fits counts. Compiled at the first label: the script is loaded for every cell that holds a function.
const stageRules = once((): readonly Rule<Outcome>[] => [
  ['ignore', 100, wordPattern(NOT_RECORDS)],
  ['lost', 95, wordPattern(NEGATED)],
  ['lost', 95, wordPattern(LOST)],
  ['won', SALE + 2, wordPattern(AFTER_SALE)],
  ['won', SALE, wordPattern(`${WON} =complete`)],
  ...steps(SPECIAL_STEPS),
  ...steps(STEPS),
  ['open', 35, wordPattern(OPEN)],
]);

const statusRules = once((): readonly Rule<StatusMeaning>[] => [
  ['ignore', 100, wordPattern(NOT_RECORDS)],
  ['disqualified', 95, wordPattern(DISQUALIFIED)],
  ['customer', SALE + 2, wordPattern(AFTER_SALE)],
  ['customer', SALE, wordPattern(CUSTOMER)],
  ['mql', 40, wordPattern(MARKETING_QUALIFIED)],
  ['sql', 60, wordPattern(SALES_QUALIFIED)],
  ['lead', 10, wordPattern(NEW_LEAD)],
  ['lead', 20, wordPattern(WORKED_LEAD)],
]);

function recognise<Meaning>(label: string, rules: readonly Rule<Meaning>[]): RecognisedLabel<Meaning> | undefined {
  // "3. Negotiation" is as good as "Negotiation".
  const text = flatText(label.replace(/([a-zа-я])([A-ZА-Я])/g, '$1 $2')).replace(/^[\d ]+/, '');
  for (const [meaning, order, pattern] of rules) if (pattern.test(text)) return { meaning, order };
  return undefined;
}

/** Outcome and usual place of a deal's stage label; undefined where the label is not known ("Closed" alone can be either). */
export function recogniseStage(label: string): RecognisedLabel<Outcome> | undefined {
  return recognise(label, stageRules());
}

/** Meaning and usual place of a lead's status label; undefined where the label is not known. */
export function recogniseStatus(label: string): RecognisedLabel<StatusMeaning> | undefined {
  return recognise(label, statusRules());
}
