import { compileVocabulary, foldText, once, PARTLY, wordsOf } from './vocabulary';

/**
 * The words of column headers in English, Polish, Russian, German and Spanish, by what they mean; folded, `*` ends a stem.
 * Headers are understood word by word, so that "Data zamknięcia", "Дата закрытия" and "Abschlussdatum" are all `date close`.
 */
const MEANINGS: Readonly<Record<string, string>> = {
  '': `final traffic трафик* trafico ruchu complete kto the of in on at to for a and or that about us do w we i z ze na o od po
    dla va в и на по с со от для о об der die das des den dem im am an zu zum zur fur und mit de del la el los las en y al con se
    su lo this значим* associated zugeordn* asociad* powiazan* связан* main default origin* podstaw* domysl* glown* oryginal*
    основн* умолчан* оригинал* haupt* standard* primar* ursprung* predeterminad* principal* hs hubspot pipedrive salesforce zoho
    bitrix* amocrm crm system* record rekord datensatz* registro запис* local lokal* utc gmt się original* kalender* verweil* aus ab`,
  flag: 'is has czy yes tak ja да si',
  total: 'total* laczn* ges gesamt* razem ogolem calkowit* итого всего общ* полн*',
  date: 'date dates data dat datum* fecha* дата даты дат day dzien dn dia день дням tag datetime seit since',
  all: 'all wszystk* все всех alle todos todas',
  utm: 'utm',
  actual: 'fact fakt факт ist actual* rzeczywist* faktyczn* фактич* tatsachl* real reales efectiv*',
  qualification: 'qualif* kwalif* квалиф* cualific* calific* disposition*',
  label: 'label* etykiet* метк*',
  month: 'month* miesiac* monat mes месяц* mies mc mth мес mo',
  week: 'week* tydzien tygod* woche* semana* недел* kw wk wks tyg нед sem',
  span: `annual* monthly roczn* miesieczn* годов* jahr* anual* year* rok roku jahr* ano год года quarter* kwartal* quartal*
    trimestre* квартал* fiscal days dni tage dias дни дней hours godzin* stunden minut* age wiek alter возраст`,
  time: 'time czas* время времени zeit* hora uhrzeit godzina tiempo',
  seconds: 'second* sekund* секунд* segundo*',
  duration: 'duration* dlugosc* trwani* длительн* продолжительн* dauer* duracion* length permanencia',
  create: `creat* utworz* stworz* dodan* rejestr* zapis* otrzyman* wplyw* pozyskani* создан* добавлен* регистр*
    получен* поступл* erstell* angelegt* anlage* hinzugefug* eingang* registr* cread* creac* alta add added
    entered entry received opened logged zlozen* powstan* przyjec* zalozen* оформлен* заведен* внесен*
    eingegang* erfass* recib* recepcion* wpl wplyn* wpis* utw dod созд agregad* anadid*`,
  signup: 'signup*',
  author: 'creator* author* autor* utworzyl* stworzyl* dodal* создал* создател* автор* ersteller* creador*',
  open: 'open* otwar* открыт* открыл* eroffn* offen* abiert* apertura* geoffn*',
  begin: 'start* begin* commenc* poczat* rozpocz* начал* anfang* inici*',
  end: `end ends ended ending finish* koniec konca zakoncz* zamyk* конец конца оконч* заверш* ende enddat* fin
    finaliz* stop`,
  close: `close* closing closure clos domkn* zamkn* закр* abschluss* abschliess* abgeschloss* geschloss* schluss* schlusstermin entschied* entsch
    cierre* cerrad* cerro`,
  won: `won win wins wygran* wygral* выигр* gewonn* gewinn* ganad* ganar ganancia* sold sprzedan* продан* verkauft*
    vendid* gano`,
  lost: `lost loss lose przegra* utracon* utrat* stracon* проигр* потер* проваль* verlor* verlust* perdid* perder absag*`,
  sign: 'sign* podpis* zawarci* подпис* заключ* unterschr* unterzeichn* firmad*',
  pay: 'pay* paid platnosc* zaplat* oplac* wplat* оплат* оплач* платеж* zahl* bezahl* pago* pagad*',
  convert: `convert* przekonw* skonwert* przekszt* przelicz* konwertow* конвертир* сконверт* konvertier* umgewandel*
    umwandl* umgerechn* turned zamienion*`,
  conversion: `conversion* conv konw* конв* konv* goals cele celow* цел* достижен* ziele* objetivos completion*`,
  goal: 'goal cel цель ziel objetivo',
  event: 'event* zdarzen* событ* ereignis* key kluczow* ключев* schlussel* clave',
  result: 'result* wynik* результат* ergebnis* outcome* efekt*',
  first: 'first pierwsz* перв* erst erste* primer* initial*',
  last: 'last latest ostatni* последн* letzt* ultim* recent* previous poprzedn* предыдущ* vorherig* anterior*',
  expect: `expect* exp gesch estimat* est plan* forecast* projected* prognoz* przewidyw* przewidzian* oczekiw* szacow*
    spodziew* ожид* план* предполаг* прогноз* erwart* vorauss* geplant* geschatzt* prognos* soll previst*
    prevision* esperad* estimad* target* due termin* срок* deadline* fallig* vencimiento* objetiv probable*`,
  other: `modif* updat* chang* edit* zmodyf* zaktual* aktualiz* zmian* zmienion* edyt* измен* обновл* редакт* geander* ander*
    aktualisier* bearbeitet* actualiz* cambi* activit* aktywn* активн* aktivitat* actividad* next nastepn* kolejn* следующ*
    nachst* proxim* siguient* step* krok* шаг* schritt* paso* confidence reason* powod* przyczyn* причин* grund grunde razon*
    motiv* ip ids alias* refund* zwrot* возврат* erstatt* reembols* devol* goods shipping* deliver* versand* liefer* dostaw*
    wysylk* достав* отгруз* entrega* video* wideo* видео* city town zip postal* ciudad* miast* stadt город* ort plz localidad*
    wiedervorl* note notes notat* uwag* примеч* замет* коммент* comment* koment* notiz* notas nota descri* opis* описан* beschreib* url www
    http* address* strona adres* адрес* street ulica strasse direccion* tags follow* task* zadani* задач* aufgabe* tarea* rank*
    position* pozycj* позиц* quota weight* wazon* взвеш* средневзвеш* gewicht* ponderad* discount* rabat* скидк* descuento* tax
    vat podat* ндс steuer* mwst impuesto* iva commission* prowizj* комисс* provision* comision* margin* marz* марж* marge* profit*
    zysk* прибыл* gewinnspanne beneficio* fee fees cpc cpm cpl cpa cpo cac cpv cpp ecpm ecpc epc roas roi romi drr дрр reach*
    zasieg* охват* reichw* alcance* frequen* czestotl* частот* haufig* frecuenc* visible widoczn* видим* sichtbar* team* zespol*
    команд* equipo* attachment* file plik* файл* datei* archivo* score* scoring punkt* балл* puntua* stalled idle delet* usun*
    удал* gelosch* elimin* renew* odnow* bcc cc role* rola роль rolle rol optimiz* approv* prorat* prorrat* quality jakosc*
    качеств* qualitat* calidad* bid stawk* ставк* gebot* puja* limit* remaining* pozostal* остат* verbleib* restante* employe*
    emplead* competit* konkur* конкур* birth* urodz* рожден* geburt* nacimiento film* kurs* курс* zgod* consent* соглас*
    einwillig* bonus* place бонус* strateg* стратег* invalid* ungult* nieprawidl*
    retorno* hour max maks* maxim* глубин* depth`,
  chance: 'probab* prawdopodob* вероятн* wahrscheinlichk* wahrscheinl*',
  phone: 'phone* telefon* komork* телефон* тел mobil* movil email* mail* почт* correo*',
  rate: `konwersja конверсия rate* ratio* percent* procent* процент* prozent* porcentaje* wspolczynnik* odset* udzial* коэф* доля
    доли anteil* share* quote tasa* participacion ctr cvr cr % cuota*`,
  average: `avg average* mean median* sr sredni* ср средн* durchschn* mittel* schnitt* mittler* promedio* medio media`,
  per: 'per by from pro por przez za за von кем',
  new: 'new pozyskane pozyskanych nowy nowa nowe nowi nowych новый новая новые новых neu neue neuer neuen nuev*',
  repeat: 'return* powraca* вернувш* повторн* wiederk* recurren*',
  deal: `deal* opportunit* oppty opp szans* transakc* transaction* транзакц* сделк* сделок возможност* geschaft* verkaufschance*
    verkaufsgelegenh* oportunidad* acuerdo* negocio* trato* transaktion* transaccion* opportunity chancen`,
  sale: 'sale* sprzedaz* продаж* verkauf* vertrieb* venta*',
  order: `order* zam zamowien* zakup* заказ* покупк* покупок bestell* orden ordenes auftrag* kauf kaufe* pedido* compra* purchase*
    checkout*`,
  invoice: 'invoice* faktur* счет счета rechnung* factura* umow* договор* vertrag* contract* kontrakt* contrato*',
  quotation: 'quotation* cotizac* ppto ang ofert* предложен* angebot* propuesta* proposal*',
  lead: `lead* lid lidy лид лиды лида лидов заявк* заявок запрос* обращен* кандидат* anfrage* interessent* zapytan* zgl zgloszen*
    inquir* enquir* enq enqs prospect* solicitud* request*`,
  potential: 'potential* potencjaln* потенциальн* potenziell* potenciales potencial posible*',
  contact: `contact* kontakt* контакт* ansprechpartner* person* osob* лицо*`,
  person: `invitee* attendee* teilnehm* uczestni* участник* имя imie imienia nazwisk* фамил* vorname*
    nachname* apellid* kursant* firstname lastname surname full pelne pelna`,
  talk: `mtg call calls anruf* gesprach* rozmow* звонок* звонк* разговор* llamad* meeting* spotkan* встреч* treffen reunion* demo*
    touch* outreach conversation* ansprach* касани* общен* коммуник*`,
  customer: `customer* client* klient* klienc* kunde* compan* firma firmy firm firmen* organis* organiz* организ* account* konto
    konta unternehm* przedsiebior* компани* клиент* контрагент* kontrahent* заказчик* покупател* buyer* party nabywc* kupujac*
    zamawiaj* плательщик* предприят* auftraggeb* kaufer* besteller* comprador* empresa* cuenta* org orgname business* tercero
    фирм* podmiot* odbiorc* acct betrieb* endkunde* kd`,
  domain: 'domain* domen* домен* dominio*',
  owner: `owner* operator* оператор* owned mitarbeiter* responsib* wlascic* opiekun* handlow* sprzedawc* vertriebler* sprzedaj*
    konsultant* specjalist* исполнител* специалист* сотрудник* куратор* консультант* eigentum* verkaufer* berater* sachbearb*
    encargad* dueno* consultor* ejecutiv* advisor* ae doradc* prowadz* ответств* responsab* propietari* besitzer* inhaber*
    zustandig* zugewiesen* zuweis* verantwortl* przypisan* przydziel* assign* назначен* asignad* agent* rep reps representative*
    salesperson* salesman* vendedor* comercial* asesor* betreu* bearbeiter* seller* executive* odpowiedzialn* владел* продавец*
    bearb sdr bdr closer handled atendid* закрепл* ведет lleva adm адм админ*`,
  manager: 'manager* menedzer* menadzer* kierownik* менеджер* gerente* gestor* leiter*',
  who: 'who kto кто wer quien',
  user: 'user* uzytkowni* пользоват* benutzer* nutzer* usuario*',
  stage: 'stage* milestone* etap* стад* этап* phase* faza fazy fase fases stadium* stufe*',
  pipeline: 'pipeline* lejek lejka lejki ворон* embudo* canaliz* funnel* trichter*',
  state: 'state',
  status: 'status* statu stan stanu stand статус* состоян* zustand* estado* estatus* situacion*',
  lifecycle: 'lifecycle* cyklu zycia жизненн* цикл* lebens* ciclo vida',
  amount: `amount* value* sum suma sumy summe* kwot* wartosc* сумм* ценност* betrag* wert werte* volumen* importe*
    valor* monto* cuantia worth amt объем*`,
  size: 'size wielkosc* rozmiar* размер* grosse tamano*',
  worth: 'стоимост* price* preis* cena ceny цена цены precio* kaufpreis*',
  net: 'net netto нетто neto без',
  gross: 'gross brutto bruto брутто',
  recurring: 'mrr arr acv tcv iarr',
  cost: `cost* spend spent spending koszt* wydat* wydan* naklad* расход* затрат* списан* потрач* израсход* kosten* ausgabe*
    ausgegeb* gasto* gastad* inwestyc* invers* invest* инвест* aufwand*`,
  budget: 'budget* budzet* бюджет* presupuest* etat',
  revenue: `revenue* income* dochod* przychod* obrot* utarg* доход* выручк* umsatz* erlos* einnahm* ertrag* ingreso* facturac*
    turnover* rev gmv zwrot`,
  currency: 'currenc* walut* валют* wahrung* moneda* divisa* ccy',
  code: 'code* kod kodu код kode codigo* iso kurzel symbol*',
  unit: `€ $ £ ₽ pln rub uah gbp chf czk sek nok dkk huf ron uzs kzt byn mxn ars cop clp brl try руб рубл* rur zl zloty* грн
    тг тенге сум eur* usd* dollar*`,
  id: 'id identyfikator* identificador* идентификатор* kennung* uuid guid klucz* gid',
  number: '# no nr num number* numer* nummer* номер* ref reference referenz* folio*',
  counter: 'lp',
  count: 'nb liczba liczby ilosc* количеств* кол во число anzahl* count* zahl cantidad* шт szt stk ile сколько',
  name: 'name names nazw* назван* наименован* имени nombre*',
  title: 'titel* title* titulo* tytul* тема temat* tema betreff* thema* asunto* bezeichn* subject* topic*',
  source: `source* captacion* zrodl* источник* привлеч* quelle* herkunft* fuente* procedenc* pochodz* pozyskan* skad woher откуда
    origen* trafil* hear heard find found aufmerksam conoc* узнал* referrer* src zr dowiedz* gekomm*`,
  origin: 'origin',
  channel: 'channel* kanal* канал* canal*',
  medium: 'medium* via',
  platform: `platform* plattform* plataforma* платформ* площадк* network* siec siecie сеть сети netzwerk* red provider* dostawc*
    publisher* vendor* lieferant* tool`,
  group: 'group* grup* gruppe gruppen групп* cluster',
  type: `type* typ typu typy тип типа art tipo* kind rodzaj* вид categor* kategor* катег* klass* klas* profil* perfil* clase*
    класс* tier`,
  campaign: 'campa* kampa* akcja kampagn* кампан* рк',
  ad: `ad ads anzeige* anuncio* объявл* adset* adgroup* zestaw* keyword* slow* ключ* suchbegr* creative*
    kreac* креатив* reklamy reklama`,
  advert: 'reklamow* реклам* advert* werb* publicit* marketing* маркетинг*',
  impression: 'impr показ* einblend* impres* auslieferungen imp imps',
  shown: 'wyswietl* wysw displays angezeig*',
  view: 'view views viewed seen gesehen просмотр* aufruf* odslon* cargad* vist* visualizac* ansicht* pageview* hits pv pvs',
  page: 'page pages stron strony страниц* seite* pagina* landing screen* ekran* экран* bildschirm* pantalla*',
  click: 'swipe* clk click* klik* клик* klick* geklick* clic clics cliq* переход* przejsc* перешл* проследов* tap taps',
  link: 'link* ссылк* enlace* verknupf* destination* outbound* wychodz* docelow*',
  site: 'stronie website* witryn* webseit* сайт site web internet* online onsite сайте сайта сайту',
  visitor: 'visitor* odwiedzaj* посетител* besucher* visitante* uu uv',
  unique: `uniq* unikal* уникальн* eindeutig* unico* unica* active aktywni aktywny aktive aktiver активные активных
    activos niepowtarzaj*`,
  session: `session* sesj* сеанс* сесси* sitzung* sesion* посещен* visit visits wizyt* визит* besuch besuche visita visitas
    odwiedzin*`,
  entrance: 'entrance* wejsc* вход* einstieg* entrada*',
  bounce: 'bounce* odrzuc* porzuc* odbic* absprung* rebote* abgesprung* rebotad*',
  // In Russian a share as often as a number.
  refusal: 'отказ*',
  engage: 'engag* zaangaz* вовлеч* interacc* interak*',
  form: 'form forms formular* форм форма форму формой формы формул*',
  submit: `submi* einsend* eingesend* wyslan* wysyl* przesl* отправ* abgesend* gesend* absend* envio* enviad* completed
    заполн* wypeln* fill* ausgefull* eingereicht* ubermittl* rellen* llenad* abgeschick*`,
  project: 'project* projekt* проект* proyecto* objekt объект obra',
  segment: 'seg segment* сегмент*',
  industry: `industr* branz* przemysl* промышлен* деятельност* ниш* rubro* giro отрасл* branche* sector* sektor* сектор*
    vertical* сфер* wirtschaftszweig* ramo`,
  product: 'product* produkt* продукт* товар* услуг* uslug* leistung* servic* dienstleist* line',
  region: `region* территор* terytor* territor* country kraj kraju стран* land lander* gebiet* zona* mercado* markt pais paises
    wojewodz* provinc* bundesland* geo market rynek регион*`,
  report: 'report* raport* отчет* bericht* auswert* informe*',
  period: 'period okres* период* zeitraum* periodo*',
  timestamp: 'timestamp zeitstempel',
};

/** Expressions whose words mean something else when they stand alone; folded, each becomes one word that is known. */
const EXPRESSIONS: readonly (readonly [RegExp, string])[] = [
  [/sygnatura czasowa|отметка времени|marca temporal|znacznik czasu/, 'timestamp'],
  [/\bclosed (date|on|at|time)\b/, 'actual close date'],
  [/\b(fuente|origen) medio\b/, 'source medium'],
  [/\bfecha (de )?firma\b/, 'sign date'],
  [
    /\b(account|advertiser|adv|konto|local) currency\b|kontowahrung|walut\w* konta|валют\S* (аккаунта|счета)|moneda de la cuenta/,
    'unit',
  ],
  [
    /\b(with|without|ex|s|incl\w*|excl\w*|inkl\w*|exkl\w*|mit|ohne|z|bez|con|sin)\.? (vat|tax|taxes|mwst|ust|iva|podatk\w*)\b|(^| )(с|без)( учетом)? ндс/,
    'net',
  ],
  [/\bsearch (term|query)|поисков\S+ (запрос|фраз)\S*/, 'keyword'],
  [/(\w{3})nr\b/, '$1 nr'],
  [/\b(number|no) of\b/, 'count'],
  [/\b(at|on|am|vom|el|dnia)$/, 'date'],
  [/\bmedia (cost|spend|budget|source|channel)/, '$1'],
  [
    /\bco ?owner|mitbesitz\w*|copropiet\w*|wspolwlasc\w*|совладел\S*|\b(job title|cell phone|primary key)\b|\bline ?item\w*|\bunit (price|cost)\b|\bstuckpreis\w*|\bcena jedn\w*|(^| )цена за (ед|шт)\S*|\bprecio unit\w*/,
    'tags',
  ],
  [/\bopt ?in\b|\bsign ups?\b/, 'signup'],
  [/^(by|przez|кем|von|por)$/, 'user'],
  [/^(when|kiedy|cuando|wann|когда)$/, 'date'],
  [
    /(^| )(customer|client|kunde|klient|cliente|клиент) ?(\?|(since|seit|ab|od|desde|с)(?= |$))|\b(zostal|became|wurde|se convirtio en|paso a)\S* (a )?(klient|customer|client|kunde|cliente)\w*|(^| )стал\S* клиент\S*/,
    'customer date',
  ],
  [
    /toma de contacto|\bdata source\b|\bhas conocido\b|\bcomo llego\b|\bkam uber\b|\bvon uns (erfahren|gehort)\b|^(where |came )?from$/,
    'source',
  ],
  [/^no п п$/, ''],
  // Alone it mostly counts the rows.
  [/^(#|no|nr)$/, 'lp'],
  [/\bfecha de ingreso\b|\bapp(lication)? date\b/, 'create date'],
  [
    /\b(full name|imie i nazwisko|vor und nachname|nombre y apellidos?)\b|имя и фамилия|(^| )фио( |$)/,
    'contact surname',
  ],
  [/^(название|наименование)$/, 'title'],
  [/^m c$/, 'month'],
  [/^medio$/, 'medium'],
  [/\bna (sesj|wizyt)\w*/, 'per'],
  [/\bn o\b/, 'no'],
  [/имя (?=(кампан|рк|сделк))/, 'name '],
  [/\b(single|one) page|\bjednostron\w*|одностранич\S*|\beinzelseiten|\buna sola pagina/, 'bounce '],
  [/^(is|ist|es|ya es|czy) (?=(a )?(customer|client|klient|kunde))/, 'is '],
  [/sector de actividad/, 'sector'],
  [/\brazon social\b|\bbilling (name|company)\b|\brechnungs(name|empfanger)\b/, 'customer'],
  [/\bforms? (sent|fills?|filled)\b/, 'form submit'],
  [/^sended$/, 'submit'],
  [/\b(deal|opportunity) (size|grosse)\b|размер сделки/, 'deal amount'],
  [
    /(^| )1 ?(st|szy|er|ro|ыи|и|го)? +(?=(call|contact|kontakt|контакт|звон|встреч|rozmow|spotkan|anruf|gesprach|llamad|talk|meeting|mtg))/,
    ' first ',
  ],
  [/(^| )(1|first|pierwsza|erster|primera|первый) ?(st|a)? (visit\w*|wizyt\w*|besuch\w*|визит\S*)/, ' first call'],
  [/^f +(?=\w)/, 'fecha '],
  [/^w c$/, 'week'],
  [/^(сделка )?закрыт[ао]$/, ''],
  [/^(do not modify|nicht andern|nie modyfikuj|не изменять|no modificar) /, 'id '],
  [/\bstatus ?(reason|grund)\b|powod stanu|причина состояния|razon \S* ?estado/, 'status label'],
  [/\b(seconds|time|minutes) spent\b/, 'duration'],
  [/\b\d+ ?(days?|tagen?|dni|дн\S*|dias?)\b/, ' '],
  [/\be mail\b|эл(ектронная)? почта/, 'email'],
  [
    /\bad (set|group)\b|grup[ay] reklam\w*|группы? объявлен\S*|(conjunto|grupo) de anuncios|\binsertion order\b/,
    'adset',
  ],
  [/\b(sales )?account manager\b/, 'owner'],
  [/key event|conversion event/, 'conversion'],
  [/\b(first|last|full|given|family) name\b/, 'surname'],
  [
    /pre contacto\w*|potencjaln\w+ (klien|kontakt)\w*|потенциальн\S+ клиент\S*|(posible|potencial)\w* clientes?|clientes? (posible|potencial)\w*|(klient|kontakt)\w* potencjaln\w+/,
    'lead',
  ],
];

/** What a column's header says. */
export interface HeaderMeaning {
  /** The meanings of its words. */
  readonly meanings: readonly string[];
  /** How many words are not known, outside of brackets and inside. */
  readonly unknown: number;
  readonly unknownInBrackets: number;
}

const vocabulary = once(() => compileVocabulary(MEANINGS));

/** What is divided, and by what, in "Cost / conv." or "Pages / session"; "Source / medium" is no ratio. */
const QUANTITIES = new Set(
  'amount cost revenue page view session click lead order sale customer impression visitor user conversion event result'.split(
    ' ',
  ),
);

/** Is the text one quantity by another? */
function isRatio(text: string): boolean {
  const sides = text
    .split('/')
    .map((side) => wordsOf(replaceExpressions(side)).flatMap((word) => vocabulary().meanings(word)));
  return sides.some((side, index) => {
    const next = sides[index + 1];
    return (
      next !== undefined &&
      QUANTITIES.has(side[side.length - 1] ?? '') &&
      QUANTITIES.has(next[0] ?? '') &&
      next[0] !== side[0]
    );
  });
}

/** A header says what it says in its first words; patterns would take long on a cell full of text. */
const LONGEST = 300;

/** What a header means, word by word. */
export function readHeader(header: string): HeaderMeaning {
  // Brackets in front belong to the name: "(Do Not Modify) Lead".
  const split = header
    .slice(0, LONGEST)
    .replace(/^\(([^)]*)\)(?=\s*\S)/, '$1')
    .replace(/([a-zа-яё])([A-ZА-ЯЁ])/g, '$1 $2');
  const [outside = '', inside = ''] = partsOf(split);
  const meanings: string[] = [];
  const unknown = [outside, inside].map((text) => {
    const words = wordsOf(replaceExpressions(text));
    if (text.includes('/') && isRatio(text)) meanings.push('rate');
    return words.filter((word) => {
      const found = vocabulary().meanings(word);
      meanings.push(...found.filter((meaning) => meaning !== '' && meaning !== PARTLY));
      return (found.length === 0 && word.length > 1) || found.includes(PARTLY);
    }).length;
  });
  const most = header.includes('?') ? 1 : Number.POSITIVE_INFINITY;
  return { meanings, unknown: Math.min(most, unknown[0] ?? 0), unknownInBrackets: unknown[1] ?? 0 };
}

function partsOf(header: string): [string, string] {
  const inside: string[] = [];
  const outside = header.replace(/[([{]([^)\]}]*)[)\]}]?/g, (_, text: string) => {
    inside.push(text);
    return ' ';
  });
  return [outside, inside.join(' ')];
}

function replaceExpressions(text: string): string {
  let words = foldText(text)
    .replace(/([a-z\u0400-\u04ff]{3,})\./g, (cut, beginning: string) => wholeWord(beginning) ?? cut)
    .replace(/[-_/.:¿]+/g, ' ');
  for (const [expression, word] of EXPRESSIONS) words = words.replace(expression, word);
  return words;
}

/** A word of the same meaning for one that was cut off ("Zamkn."), if it means nothing as it stands and could only mean one thing. */
function wholeWord(beginning: string): string | undefined {
  if (vocabulary().meanings(beginning).length > 0) return undefined;
  return vocabulary().wordThatBegins(beginning);
}
