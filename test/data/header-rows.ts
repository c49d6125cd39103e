import type { DatasetName } from '../../src/data/fields';

/** A row of headers as a tool writes it, or a person: "Header > field"; a header without a field is none, however much it looks like one. */
export interface HeaderRow {
  readonly tool: string;
  readonly language: string;
  readonly dataset: DatasetName;
  readonly headers: readonly { readonly header: string; readonly field: string | undefined }[];
}

const ROWS = `
  HubSpot, deals, en:
    Record ID > id | Deal Stage > stage | Deal Name > name | Amount in company currency | Amount > amount |
    Pipeline | Deal owner > owner | Close Date > closed | Create Date > created |
    Original Traffic Source > source | Last Modified Date | Days to close | Closed Lost Reason | Forecast amount |
    Deal Type | Weighted amount | Currency > currency | Associated Company > customer |
    Number of Associated Contacts
  HubSpot, deals, de:
    Datensatz-ID > id | Deal-Phase > stage | Deal-Name > name | Betrag > amount | Pipeline |
    Zuständiger Mitarbeiter > owner | Abschlussdatum > closed | Erstellungsdatum > created | Letzte Aktivität |
    Datum der letzten Änderung | Abschlusswahrscheinlichkeit | Zugeordnetes Unternehmen > customer |
    Währung > currency
  HubSpot, deals, es:
    ID de registro > id | Etapa del negocio > stage | Nombre del negocio > name | Importe > amount |
    Propietario del negocio > owner | Fecha de cierre > closed | Fecha de creación > created |
    Fecha de la última actividad | Moneda > currency | Empresa asociada > customer
  HubSpot, deals, pl:
    Identyfikator rekordu > id | Etap transakcji > stage | Nazwa transakcji > name | Kwota > amount |
    Właściciel transakcji > owner | Data zamknięcia > closed | Data utworzenia > created |
    Data ostatniej aktywności | Lejek
  HubSpot API, deals, en:
    hs_object_id > id | dealname > name | dealstage > stage | amount > amount | closedate > closed |
    createdate > created | hubspot_owner_id > owner | pipeline | hs_lastmodifieddate |
    deal_currency_code > currency | hs_analytics_source > source | days_to_close | hs_projected_amount
  HubSpot contacts, leads, en:
    Record ID > id | First Name | Last Name | Email | Company name > customer | Lifecycle Stage |
    Lead Status > status | Contact owner > owner | Create Date > created | Original Source > source |
    Latest Source | Became a Customer Date > converted | Last Activity Date | Industry > segment
  Salesforce API, deals, en:
    Id > id | Name > name | AccountId > customer | StageName > stage | Amount > amount | CloseDate > closed |
    CreatedDate > created | OwnerId > owner | LeadSource > source | Type | Probability | ForecastCategory |
    LastModifiedDate | ExpectedRevenue | CurrencyIsoCode > currency | IsWon | IsClosed
  Salesforce API, leads, en:
    Id > id | FirstName | LastName | Company > customer | LeadSource > source | Status > status |
    OwnerId > owner | CreatedDate > created | ConvertedDate > converted | Industry > segment | LastActivityDate |
    ConvertedOpportunityId | IsConverted
  Salesforce, deals, de:
    Opportunity-Name > name | Accountname > customer | Phase > stage | Betrag > amount | Schlusstermin > closed |
    Erstellungsdatum > created | Opportunity-Inhaber > owner | Lead-Quelle > source | Wahrscheinlichkeit (%) |
    Nächster Schritt | Alter | Typ
  Salesforce, deals, es:
    Nombre de la oportunidad > name | Nombre de la cuenta > customer | Etapa > stage | Importe > amount |
    Fecha de cierre > closed | Fecha de creación > created | Propietario de oportunidad > owner |
    Origen del prospecto > source | Probabilidad (%)
  Salesforce, deals, pl:
    Nazwa szansy sprzedaży > name | Nazwa konta > customer | Etap > stage | Kwota > amount |
    Data zamknięcia > closed | Data utworzenia > created | Właściciel szansy sprzedaży > owner |
    Źródło potencjalnego klienta > source | Prawdopodobieństwo (%)
  Pipedrive, deals, pl:
    Szansa sprzedaży - Tytuł > name | Szansa sprzedaży - Wartość > amount |
    Szansa sprzedaży - Waluta wartości > currency | Szansa sprzedaży - Organizacja > customer |
    Szansa sprzedaży - Etap > stage | Szansa sprzedaży - Status | Szansa sprzedaży - Właściciel > owner |
    Szansa sprzedaży - Utworzono szansę > created | Szansa sprzedaży - Czas wygranej > closed |
    Szansa sprzedaży - Oczekiwana data zamknięcia | Szansa sprzedaży - Powód utraty | Szansa sprzedaży - ID > id
  Pipedrive, deals, de:
    Deal - ID > id | Deal - Titel > name | Deal - Wert > amount | Deal - Währung von Wert > currency |
    Deal - Organisation > customer | Deal - Kontaktperson | Deal - Phase > stage | Deal - Status |
    Deal - Besitzer > owner | Deal - Deal erstellt > created | Deal - Gewonnen am |
    Deal - Geschlossen am > closed | Deal - Erwarteter Abschluss | Deal - Grund für Verlust |
    Deal - Letzte Phasenänderung
  Pipedrive, deals, ru:
    Сделка - ID > id | Сделка - Название > name | Сделка - Сумма > amount | Сделка - Валюта > currency |
    Сделка - Организация > customer | Сделка - Этап > stage | Сделка - Статус | Сделка - Владелец > owner |
    Сделка - Сделка создана > created | Сделка - Дата закрытия > closed | Сделка - Ожидаемая дата закрытия |
    Сделка - Причина проигрыша | Сделка - Время обновления
  Bitrix24, deals, ru:
    ID > id | Название сделки > name | Стадия сделки > stage | Воронка | Вероятность | Сумма > amount |
    Валюта > currency | Компания > customer | Контакт | Ответственный > owner | Дата создания > created |
    Дата начала | Дата завершения > closed | Дата изменения | Источник > source | Дополнительно об источнике |
    Тип | Кем создана
  Bitrix24, leads, ru:
    ID > id | Название лида | Статус > status | Имя | Фамилия | Название компании > customer | Источник > source |
    Ответственный > owner | Дата создания > created | Дата изменения | Рабочий телефон | Рабочий e-mail |
    Возможная сумма | Дата завершения
  Bitrix24, deals, en:
    ID > id | Deal name > name | Stage > stage | Probability | Amount > amount | Currency > currency |
    Company > customer | Contact | Responsible person > owner | Created on > created | Start date |
    Closing date > closed | Modified on | Source > source | Deal type
  amoCRM, deals, ru:
    ID > id | Название сделки > name | Компания > customer | Основной контакт | Ответственный > owner |
    Этап сделки > stage | Воронка | Бюджет > amount | Дата создания > created | Кем создана |
    Дата редактирования | Кем редактирована | Дата закрытия > closed | Теги | Ближайшая задача |
    Источник сделки > source | utm_source | utm_campaign
  Zoho, deals, en:
    Record Id > id | Deal Owner > owner | Deal Name > name | Account Name > customer | Amount > amount |
    Closing Date > closed | Stage > stage | Lead Source > source | Created Time > created | Modified Time |
    Expected Revenue | Probability (%) | Next Step | Type | Contact Name | Campaign Source |
    Sales Cycle Duration
  Zoho, leads, en:
    Record Id > id | Lead Owner > owner | Company > customer | First Name | Last Name | Email |
    Lead Source > source | Lead Status > status | Industry > segment | Annual Revenue | Created Time > created |
    Modified Time | Converted Date Time > converted | Last Activity Time | Rating
  Zoho, deals, de:
    Geschäfts-Inhaber > owner | Geschäfts-Name > name | Kontoname > customer | Betrag > amount |
    Abschlussdatum > closed | Phase > stage | Lead-Quelle > source | Erstellt am > created | Geändert am |
    Erwarteter Umsatz | Wahrscheinlichkeit (%)
  Zoho, deals, es:
    Propietario de Trato > owner | Nombre de Trato > name | Nombre de Cuenta > customer | Importe > amount |
    Fecha de cierre > closed | Fase > stage | Fuente de Posible cliente > source | Hora de creación > created |
    Hora de modificación | Ingresos esperados
  Dynamics 365, deals, en:
    (Do Not Modify) Opportunity > id | (Do Not Modify) Row Checksum | (Do Not Modify) Modified On | Topic > name |
    Potential Customer > customer | Est. Close Date | Actual Close Date > closed | Est. Revenue |
    Actual Revenue > amount | Status | Status Reason | Owner > owner | Created On > created |
    Currency > currency | Pipeline Phase > stage
  Dynamics 365, deals, de:
    Thema > name | Potenzieller Kunde > customer | Gesch. Abschlussdatum | Tatsächliches Abschlussdatum > closed |
    Gesch. Umsatz | Tatsächlicher Umsatz > amount | Status > stage | Besitzer > owner | Erstellt am > created |
    Geändert am
  Freshsales, deals, en:
    Id > id | Deal name > name | Deal value > amount | Currency > currency | Deal stage > stage | Deal pipeline |
    Account name > customer | Sales owner > owner | Source > source | Expected close date | Closed date > closed |
    Created at > created | Updated at | Lost reason | Age (in days) | Territory > segment | Product
  Close, deals, en:
    id > id | lead_id | lead_name > customer | status_label > stage | status_type | value > amount |
    value_currency > currency | value_period | confidence | user_name > owner | date_created > created |
    date_won > closed | date_lost | date_updated | note | contact_name | pipeline_name
  Copper, deals, en:
    Opportunity ID > id | Name > name | Company > customer | Primary Contact | Owned By > owner | Stage > stage |
    Status | Value > amount | Currency > currency | Close Date | Closed Date > closed | Created At > created |
    Updated At | Loss Reason | Win Probability | Source > source | Pipeline | Days in Stage
  monday, deals, en:
    Name > name | Stage > stage | Owner > owner | Deal Value > amount | Contacts | Accounts > customer |
    Expected Close Date | Close Probability | Forecast Value | Deal creation date > created |
    Close Date > closed | Last Interaction
  Livespace, deals, pl:
    ID > id | Nazwa szansy > name | Firma > customer | Osoba | Opiekun > owner | Proces | Etap > stage | Status |
    Wartość > amount | Waluta > currency | Prawdopodobieństwo | Data dodania > created |
    Przewidywana data zamknięcia | Data zamknięcia > closed | Źródło > source | Powód przegranej |
    Data modyfikacji
  Google Ads, spend, de:
    Tag > date | Kampagne > campaign | Kampagnenstatus | Kampagnentyp > channel | Währungscode | Kosten > amount |
    Impressionen > impressions | Klicks > clicks | CTR | Durchschn. CPC | Conversions > leads | Kosten/Conv. |
    Conv.-Rate | Conv.-Wert > revenue | Anteil an möglichen Impressionen im Suchnetzwerk
  Google Ads, spend, es:
    Día > date | Campaña > campaign | Estado de la campaña | Tipo de campaña > channel | Código de moneda |
    Coste > amount | Impr. > impressions | Clics > clicks | CTR | CPC medio | Conversiones > leads | Coste/conv. |
    Porcentaje de conv. | Valor de conv. > revenue
  Google Ads, spend, ru:
    День > date | Кампания > campaign | Статус кампании | Тип кампании > channel | Код валюты |
    Стоимость > amount | Показы > impressions | Клики > clicks | CTR | Ср. цена за клик | Конверсии > leads |
    Стоимость/конв. | Коэф. конв. | Ценность конв. > revenue
  Google Ads, spend, en:
    Day > date | Campaign > campaign | Campaign state | Campaign type > channel | Currency code | Budget |
    Clicks > clicks | Impr. > impressions | CTR | Avg. CPC | Cost > amount | Conversions > leads | Cost / conv. |
    Conv. rate | Conv. value > revenue | Search impr. share | Search lost IS (budget)
  Meta, spend, de:
    Berichtsbeginn > date | Berichtsende | Kampagnenname > campaign | Auslieferung der Kampagne |
    Ausgegebener Betrag (EUR) > amount | Impressionen > impressions | Reichweite | Link-Klicks > clicks |
    CPC (Kosten pro Link-Klick) (EUR) | Ergebnisse > leads | Kosten pro Ergebnis |
    Conversion-Wert für Käufe > revenue
  Meta, spend, es:
    Inicio del informe > date | Fin del informe | Nombre de la campaña > campaign |
    Importe gastado (EUR) > amount | Impresiones > impressions | Alcance | Clics en el enlace > clicks |
    CPC (coste por clic en el enlace) (EUR) | Resultados > leads | Coste por resultado |
    Valor de conversión de compras > revenue
  Meta, spend, pl:
    Początek raportowania > date | Koniec raportowania | Nazwa kampanii > campaign | Nazwa zestawu reklam |
    Wydana kwota (PLN) > amount | Wyświetlenia > impressions | Zasięg | Kliknięcia linku > clicks |
    CPC (koszt kliknięcia linku) (PLN) | Wyniki > leads | Koszt wyniku | Zakupy > orders |
    Wartość konwersji zakupów > revenue
  LinkedIn, spend, en:
    Start Date (in UTC) > date | Account Name | Currency | Campaign Group Name | Campaign Name > campaign |
    Campaign Type > channel | Total Spent > amount | Impressions > impressions | Clicks > clicks | Average CTR |
    Average CPM | Average CPC | Leads > leads | Lead Form Opens | Cost per Lead | Conversions |
    Total Conversion Value > revenue
  Microsoft Ads, spend, en:
    Gregorian date > date | Account name | Campaign name > campaign | Campaign status |
    Impressions > impressions | Clicks > clicks | CTR | Average CPC | Spend > amount | Avg. position |
    Conversions > leads | CPA | Revenue > revenue | Return on ad spend | Currency code
  Yandex Direct, spend, ru:
    Дата > date | Кампания > campaign | № Кампании | Группа | Показы > impressions | Клики > clicks | CTR (%) |
    Расход (руб.) > amount | Ср. цена клика (руб.) | Отказы (%) | Глубина (стр.) | Конверсия (%) |
    Цена цели (руб.) | Конверсии > leads | Доход (руб.) > revenue | Рентабельность
  VK Реклама, spend, ru:
    Дата > date | Название кампании > campaign | ID кампании | Показы > impressions | Клики > clicks |
    Потрачено всего, ₽ > amount | CTR, % | eCPC, ₽ | eCPM, ₽ | Результат > leads | Цена за результат, ₽
  TikTok, spend, en:
    By Day > date | Campaign name > campaign | Currency | Cost > amount | CPC (destination) | CPM |
    Impressions > impressions | Clicks (destination) > clicks | Conversions > leads | Cost per conversion |
    Conversion rate (CVR)
  manual sheet, spend, pl:
    Miesiąc > date | Kanał > channel | Kampania > campaign | Wydatki netto (PLN) > amount |
    Liczba leadów > leads | Uwagi
  manual sheet, spend, ru:
    Месяц > date | Канал > channel | Рекламная кампания > campaign | Расходы на рекламу, руб. > amount |
    Кол-во показов > impressions | Кол-во кликов > clicks | Кол-во лидов > leads
  manual sheet, spend, en:
    Month > date | Channel > channel | Ad spend ($) > amount | Impressions > impressions | Clicks > clicks |
    Leads generated > leads | CPL
  manual sheet, leads, en:
    Timestamp > created | Full name | Email address | Phone | Company > customer |
    How did you hear about us? > source | Status > status | Assigned to > owner
  manual sheet, leads, pl:
    Lp. | Data zgłoszenia > created | Imię i nazwisko | Firma > customer | Telefon | Źródło leada > source |
    Status > status | Handlowiec > owner | Data ostatniego kontaktu | Komentarz
  manual sheet, leads, ru:
    № | Дата обращения > created | Имя | Компания > customer | Телефон | Источник > source |
    Статус > status | Менеджер > owner | Дата следующего контакта | Комментарий
  manual sheet, deals, ru:
    № сделки > id | Клиент > customer | Продукт | Сумма, руб. > amount | Статус > stage |
    Менеджер > owner | Первый контакт > first_contact | Дата продажи > closed | Источник клиента > source |
    Регион > segment
  manual sheet, deals, pl:
    Nr oferty > id | Klient > customer | Wartość netto > amount | Etap > stage | Handlowiec > owner |
    Data pierwszego kontaktu > first_contact | Data wysłania oferty | Data podpisania umowy > closed |
    Planowana data zamknięcia | Źródło > source | Branża > segment
  manual sheet, deals, de:
    Auftragsnr. > id | Kunde > customer | Auftragswert (€) > amount | Status > stage |
    Vertriebsmitarbeiter > owner | Erstkontakt > first_contact | Abschlussdatum > closed |
    Voraussichtlicher Abschluss | Quelle > source | Branche > segment
  manual sheet, deals, es:
    Nº | Cliente > customer | Monto de venta > amount | Etapa > stage | Vendedor > owner |
    Fecha de primer contacto > first_contact | Fecha de cierre > closed | Fecha estimada de cierre |
    Canal > source | Moneda > currency
  orders, deals, en:
    Order ID > id | Order Date > closed | Customer Name > customer | Product Category | Quantity | Unit Price |
    Discount | Total Amount > amount | Payment Status
  GA4, traffic, pl:
    Data > date | Domyślna grupa kanałów sesji > channel | Użytkownicy > visitors | Nowi użytkownicy |
    Sesje > sessions | Sesje z zaangażowaniem | Współczynnik zaangażowania | Wyświetlenia > pageviews |
    Kluczowe zdarzenia | Łączne przychody
  GA4, traffic, ru:
    Дата > date | Группа каналов сеанса по умолчанию > channel | Пользователи > visitors | Новые пользователи |
    Сеансы > sessions | Сеансы с вовлечением | Доля вовлечения | Просмотры > pageviews | Ключевые события
  GA4, traffic, de:
    Datum > date | Standard-Channelgruppe der Sitzung > channel | Nutzer > visitors | Neue Nutzer |
    Sitzungen > sessions | Sitzungen mit Interaktionen | Engagement-Rate | Aufrufe > pageviews | Absprungrate
  GA4, traffic, es:
    Fecha > date | Grupo de canales predeterminado de la sesión > channel | Usuarios > visitors |
    Usuarios nuevos | Sesiones > sessions | Sesiones con interacción | Porcentaje de rebote | Vistas > pageviews
  GA4, traffic, en:
    Date > date | Session source / medium > channel | Total users > visitors | New users | Sessions > sessions |
    Views > pageviews | Bounce rate | Average session duration | Event count
  Matomo, traffic, en:
    Date > date | Channel Type > channel | Unique visitors > visitors | Visits > sessions | Actions |
    Bounces > bounces | Total time spent by visitors (in seconds) > seconds | Pageviews > pageviews |
    Bounce Rate | Avg. Visit Duration (in seconds)
  Matomo, traffic, de:
    Datum > date | Kanaltyp > channel | Eindeutige Besucher > visitors | Besuche > sessions |
    Seitenansichten > pageviews | Absprünge > bounces | Absprungrate | Durchschn. Besuchsdauer
  Yandex Metrica, traffic, ru:
    Дата визита > date | Источник трафика > channel | Визиты > sessions | Посетители > visitors |
    Просмотры > pageviews | Отказы | Доля отказов | Глубина просмотра | Время на сайте |
    Новые посетители
  Plausible, traffic, en:
    date > date | visitors > visitors | pageviews > pageviews | visits > sessions | views_per_visit |
    bounce_rate | visit_duration
  UA, traffic, pl:
    Źródło/medium > channel | Użytkownicy > visitors | Nowi użytkownicy | Sesje > sessions |
    Współczynnik odrzuceń | Strony/sesja | Śr. czas trwania sesji
  form tool, traffic, en:
    Date > date | Channel > channel | Visitors > visitors | Sessions > sessions | Form views > form_views |
    Form submissions > form_submissions | Conversion rate
  form tool, traffic, pl:
    Data > date | Kanał > channel | Odwiedzający > visitors | Sesje > sessions | Odsłony > pageviews |
    Wyświetlenia formularza > form_views | Wysłane formularze > form_submissions
  vtiger, deals, pl:
    Numer Szansy Sprzedaży > id | Nazwa Szansy Sprzedaży > name | Nazwa organizacji > customer | Nazwa Kontaktu |
    Wartość > amount | Planowana data zakończenia | Etap sprzedaży > stage | Prawdopodobieństwo sukcesu |
    Przydzielone do > owner | Źródło pozyskania > source | Czas utworzenia > created | Czas modyfikacji |
    Kampania reklamowa | Przychody ważona | Rodzaj | Kolejny krok
  vtiger, leads, pl:
    Numer Potencjalnego Klienta > id | Imię | Nazwisko | Nazwa firmy > customer |
    Status Potencjalnego Klienta > status | Źródło pozyskania > source | Branża > segment | Przychód roczny |
    Przydzielone do > owner | Czas utworzenia > created | Czas modyfikacji | Ocena
  vtiger, deals, ru:
    Сделка № > id | Сделка > name | Название организации > customer | Сумма > amount | Ожидаемая Дата Закрытия |
    Стадия > stage | Вероятность (%) | Ответственный > owner | Источник Обращения > source | Создано > created |
    Изменено | Взвешенная Выручка | Тип | Дальнейшие Действия
  vtiger, leads, ru:
    Обращение № > id | Имя | Фамилия | Организация > customer | Статус > status | Источник Обращения > source |
    Отрасль > segment | Годовой доход | Ответственный > owner | Создано > created | Изменено | Рейтинг
  vtiger, deals, de:
    Potential Nr. > id | Verkaufspotential > name | Name der Organisation > customer | Betrag > amount |
    Abschluss > closed | Verkaufsstufe > stage | Wahrscheinlichkeit (%) | zuständig > owner |
    Leadquelle > source | erstellt > created | geändert | Kampagne | Typ
  vtiger, leads, de:
    Lead Nr. > id | Vorname | Nachname | Organisation > customer | Leadstatus > status | Leadquelle > source |
    Branche > segment | Jahresumsatz | zuständig > owner | erstellt > created | geändert | Bewertung
  vtiger, deals, es:
    Número Oportunidad > id | Nombre Oportunidad > name | Nombre de la Organización > customer |
    Importe > amount | Fecha Estimada de Cierre | Fase de Venta > stage | Probabilidad | Asignado a > owner |
    Campaña Origen | Fecha de Creación > created | Fecha de Modificación | Ingresos ponderado | Tipo |
    Siguiente Paso
  vtiger, leads, es:
    Número Pre-Contacto > id | Nombre | Apellido | empresas > customer | Estado Pre-Contacto > status |
    Origen de Pre-Contacto > source | Industria > segment | Facturación Anual | Asignado a > owner |
    Fecha de Creación > created | Fecha de Modificación | Clasificación
  Odoo, deals, en:
    Opportunity > name | Customer > customer | Contact Name | Email | Phone | City | State | Country > segment |
    Salesperson > owner | Sales Team | Priority | Expected Closing | Expected Revenue > amount | Medium | Source > source |
    Stage > stage | Created on > created | Closed Date > closed | Probability | Campaign
  unified API, deals, en:
    id > id | created_at > created | updated_at | name > name | amount > amount | currency > currency |
    closed_at > closed | closing_at | stage > stage | pipeline | source > source | probability | user_id > owner
  Pipedrive API, deals, en:
    id > id | title > name | value > amount | currency > currency | add_time > created | update_time |
    stage_name > stage | status | lost_reason | close_time > closed | won_time | lost_time | expected_close_date |
    org_name > customer | person_name | owner_name > owner | pipeline_id | weighted_value
  HubSpot JDBC, deals, en:
    DEALID > id | AMOUNT > amount | AMOUNTINHOMECURRENCY | CLOSEDATE > closed | CREATEDATE > created |
    DAYSTOCLOSE | DEALNAME > name | DEALSTAGEPROBABILITY | HUBSPOTOWNERID > owner | LASTMODIFIEDDATE |
    PROJECTEDDEALAMOUNT
  Capsule, deals, en:
    Opportunity ID > id | Name > name | Organisation > customer | Milestone > stage | Owner > owner | Probability |
    Value > amount | Currency > currency | Expected Close Date | Actual Close Date > closed | Created > created |
    Updated | Lost Reason
  Bitrix24 API, deals, en:
    ID > id | TITLE > name | STAGE_ID > stage | CURRENCY_ID > currency | COMPANY_ID > customer |
    ASSIGNED_BY_ID > owner | SOURCE_ID > source | DATE_CREATE > created | DATE_MODIFY | CLOSEDATE > closed | IS_WON
  Odoo, deals, de:
    Verkaufschance > name | Kunde > customer | Telefon | Verkäufer > owner | Erwarteter Abschluss |
    Erwarteter Umsatz > amount | Quelle > source | Stufe > stage | Erstellt am > created | Abschlussdatum > closed
  Dynamics 365, deals, ru:
    Тема > name | Потенциальный клиент > customer | Предп. дата закрытия | Фактическая дата закрытия > closed |
    Предп. доход | Фактический доход > amount | Состояние > stage | Ответственный > owner |
    Дата создания > created | Валюта > currency
  Tiendanube, deals, es:
    Número de orden > id | Estado de la orden > stage | Moneda > currency | Costo de envío | Total > amount |
    Nombre del comprador > customer | Canal > source | Fecha de pago > closed
  BaseLinker, deals, pl:
    Nr zamówienia > id | Data dodania > created | Data opłacenia > closed | Status zamówienia > stage |
    Klient > customer | Wartość zamówienia > amount | Waluta > currency | Koszt wysyłki
  Calendly, leads, en:
    Invitee Name | Start Date & Time | Event Created Date & Time > created | UTM Campaign > campaign |
    UTM Source > source
  web form, leads, de:
    Einsendedatum > created | Vorname | Nachname | E-Mail | Unternehmen > customer |
    Wie sind Sie auf uns aufmerksam geworden? > source | Nachricht
  Pipedrive leads, leads, pl:
    Lead - Tytuł | Lead - Wartość | Lead - Właściciel > owner | Lead - Źródło > source |
    Lead - Utworzono leada > created | Lead - ID > id | Organizacja - Nazwa > customer
  Amazon Ads, spend, en:
    Date > date | Campaign Name > campaign | Impressions > impressions | Clicks > clicks |
    Click-Thru Rate (CTR) | Spend > amount | 7 Day Total Sales > revenue | 7 Day Total Orders (#) > orders |
    7 Day Conversion Rate
  Criteo, spend, de:
    Tag > date | Kampagne > campaign | Einblendungen > impressions | Klicks > clicks | Kosten > amount |
    Verkäufe > orders | Generierter Umsatz > revenue | Kosten/Verkauf
  Yandex Direct, spend, ru:
    Дата > date | Название кампании > campaign | Показы > impressions | Взв. показы | Клики > clicks |
    Расход, руб. с НДС > amount | Ср. цена клика, руб. с НДС | Кол-во заявок > leads | Конверсия
  LinkedIn, spend, pl:
    Data rozpoczęcia > date | Nazwa grupy kampanii | Nazwa kampanii > campaign | Łączne wydatki > amount |
    Wyśw. > impressions | Kliknięcia > clicks | Pozyskane leady > leads | Koszt leada
  agency sheet, spend, es:
    Semana > date | Red > channel | Campaña > campaign | Gasto (MXN) > amount | Impresiones > impressions |
    Clics > clicks | Contactos > leads | Coste/contacto | Valor de compras > revenue
  UA, traffic, es:
    Fecha > date | Fuente/medio > channel | Usuarios > visitors | Sesiones > sessions | Páginas/sesión |
    Número de visitas a páginas > pageviews | Rebotes > bounces
  Yandex Metrica API, traffic, en:
    ym:s:date > date | ym:s:lastTrafficSource > channel | ym:s:visits > sessions | ym:s:users > visitors |
    ym:s:pageviews > pageviews | ym:s:bounceRate
  hand-kept sheet, leads, pl:
    Lp. | Data wpł. > created | Firma > customer | Osoba kont. | Tel. | Skąd > source | Kampania > campaign |
    Kto prowadzi > owner | Etap kwalif. > status | Ost. kontakt | Nast. krok | Klient? (data) > converted | Uwagi
  Odoo CRM, deals, en:
    Opportunity > name | Customer > customer | Contact Name | Email | Phone | Salesperson > owner | Sales Team |
    Expected Revenue > amount | Prorated Revenue | Probability | Stage > stage | Expected Closing |
    Closed Date > closed | Created on > created | Last Stage Update | Source > source | Medium | Campaign | Tags
  Krayin, deals, en:
    ID > id | Sales Person > owner | Subject > name | Source > source | Lead Value > amount | Lead Type | Tags |
    Contact Person > customer | Stage > stage | Rotten Lead | Expected Close Date | Created At > created
  hand-kept sheet, deals, en:
    # | Client > customer | Deal > name | Rep > owner | Where from > source | Vertical > segment |
    1st call > first_contact | Proposal sent | Stage > stage | € total > amount | € weighted | Prob | Target close |
    Closed on > closed | Next step
  weclapp, deals, de:
    Nummer > id | Verkaufschance > name | Kunde > customer | Ansprechpartner | Verkaufsphase > stage |
    Umsatz > amount | Gewichteter Umsatz | Wahrscheinlichkeit | Voraussichtlicher Abschluss |
    Abgeschlossen am > closed | Herkunft > source | Verantwortlicher > owner | Angelegt am > created |
    Zuletzt geändert
  Holded, deals, es:
    Nombre > name | Creado > created | Fecha de cierre prevista | Etapa > stage | Empresa > customer | Persona |
    Asignado a > owner | Tags | Probabilidad | Valor > amount | Fecha de cierre > closed | Motivo de pérdida
  Dolibarr, deals, es:
    Ref. proyecto > id | Etiqueta | Tercero > customer | Comercial > owner | Fecha inicio |
    Fecha finalización > closed | Estado oportunidad > stage | Importe oportunidad > amount |
    Importe oportunidad, ponderado | Probabilidad | Fecha de creación > created | Fecha modificación |
    Estado del proyecto
  hand-kept sheet, spend, en:
    Mo. > date | Platform > channel | Campaign > campaign | Objective | Budget | Actual (net) > amount |
    Impr. > impressions | Clicks > clicks | Leads > leads | CPL | Notes
  hand-kept sheet, spend, pl:
    M-c > date | Kanał > channel | Kampania > campaign | Budżet plan | Wydano netto (zł) > amount |
    Wyśw. > impressions | Klik. > clicks | Leady > leads | CPL (zł) | Faktura nr
  VK Реклама, spend, ru:
    Дата > date | ID кампании | Название кампании > campaign | Цель | Результат > leads | Цена за результат, ₽ |
    Потрачено всего, ₽ > amount | Показы > impressions | Клики > clicks | CTR, % | eCPC, ₽ | Охват | Бюджет, ₽
  hand-kept landing pages, traffic, en:
    Wk > date | Src > channel | Uniques > visitors | Visits > sessions | PV > pageviews | Bounced > bounces |
    Bounce % | Time total (s) > seconds | Avg time | Form opens > form_views | Form sent > form_submissions | CVR
  LeadSquared, leads, en:
    Prospect ID > id | Lead Number | Company > customer | First Name | Last Name | Lead Origin | Mobile Number |
    Website | Time Zone | Job Title | Lead Source > source | Source Medium | Notes | Source Campaign > campaign |
    Source Content | Do Not Email | Do Not Call | Lead Stage > status | Lead Grade | Lead Score | Order Value |
    Engagement Score | TotalVisits | Page Views Per Visit | Average Time Per Visit | Last Activity |
    Last Activity Date | First Landing Page Submission Date | Created On > created | Modified On |
    Lead Conversion Date > converted | Country | Industry > segment | Keyword
  hand-kept pipeline, deals, pl:
    Klient > customer | Temat > name | Handlowiec > owner | Segment > segment | Kwota netto (zł) > amount |
    Kwota brutto | Prawdop. % | Kwota ważona | Etap > stage | 1. kontakt > first_contact | Wysł. oferty |
    Data zamkn. > closed | Powód przegranej
  hand-kept costs, spend, pl:
    Mies. > date | Kanał > channel | Kampania > campaign | Budżet | Wydano netto zł > amount | Klik. > clicks |
    Leady > leads | CPL | Uwagi
  Matomo PL, traffic, pl:
    Data > date | Liczba niepowtarzających się użytkowników > visitors | Odwiedziny > sessions | Użytkownicy |
    Aktywność | Liczba odsłon > pageviews | Porzucenia > bounces | Współczynnik rezygnacji |
    Ogólny czas spędzony przez odwiedzającego (w sekundach) > seconds | Średni czas w serwisie |
    Maksymalna liczba działań podczas jednej wizyty | Wizyty z konwersjami
  hand-kept requests, leads, ru:
    № | Дата обращения > created | Имя / компания > customer | Тел. | Откуда узнали > source | Что нужно |
    Менеджер > owner | Статус > status | Дата след. звонка | Коммент.
  Dynamics 365 export, leads, de:
    (Nicht ändern) Lead > id | (Nicht ändern) Zeilenprüfsumme | (Nicht ändern) Geändert am | Name | Thema |
    Statusgrund > status | Erstellt am > created | Firmenname > customer | Leadquelle > source | Branche > segment |
    Besitzer > owner | Bewertung | E-Mail | Telefon (geschäftlich) | Gesch. Abschlussdatum
  hand-kept requests, leads, de:
    Anfrage vom > created | Firma > customer | Ansprechp. | Mail | Woher? > source | Größe (MA) > segment |
    Status > status | Wer > owner | Wiedervorl. | Kunde seit > converted | Notiz
  hand-kept costs, spend, es:
    Fecha > date | Plataforma > channel | Camp. > campaign | Pto. € | Inversión € > amount | Impr. > impressions |
    Clics > clicks | Leads > leads | CPL | Obs.
  CallRail call log export, leads, en:
    Call Status | Number Name | Tracking Number | Source > source | Start Time > created | Duration (seconds) |
    Name > customer | Phone Number | Email | First-Time Caller | City | State | Agent > owner |
    Lead Status > status | Keywords | Campaign > campaign | Landing Page | Value | Note
  Tilda form leads, leads, ru:
    Имя | Телефон | Email | Компания > customer | Комментарий | sended > created | requestid > id | referer |
    utm_source > source | utm_campaign > campaign | utm_content | utm_term | formname
  Shopify orders export, deals, en:
    Name > name | Email | Financial Status > stage | Paid at > closed | Fulfillment Status | Fulfilled at |
    Accepts Marketing | Currency > currency | Subtotal | Shipping | Taxes | Total > amount | Discount Code |
    Discount Amount | Shipping Method | Created at > created | Lineitem quantity | Lineitem name | Lineitem price |
    Lineitem sku | Billing Name > customer | Shipping Country | Cancelled at | Payment Method | Refunded Amount |
    Vendor | Id > id | Tags | Source > source
  Supermetrics blended ad data, spend, en:
    Date > date | Data source name > channel | Account name | Campaign name > campaign | Cost (USD) > amount |
    Impressions > impressions | Clicks > clicks | CPC | CTR | Conversions > leads | Conversion value > revenue |
    Cost per conversion
  hand-kept spend, spend, es:
    Mes > date | Canal > channel | Campaña > campaign | Inversión $ > amount | Ppto. | Leads > leads | CPL |
    Ventas > orders | Factur. | ROAS
  hand-kept website, traffic, en:
    Wk of > date | Channel > channel | Visitors > visitors | Visits > sessions | Page views > pageviews |
    Bounces > bounces | Bounce % | Avg. time | Form views > form_views | Form fills > form_submissions | Form CVR
  Яндекс.Метрика, traffic, ru:
    Дата визита > date | Источник трафика > channel | Визиты > sessions | Посетители > visitors |
    Просмотры > pageviews | Доля новых посетителей | Отказы | Глубина просмотра | Время на сайте | Роботность
  Zoom registrations, leads, en:
    First Name | Last Name | Email | City | Country/Region | Phone | Industry > segment | Organization > customer |
    Job Title | Purchasing Time Frame | Role in Purchase Process | Number of Employees | Questions & Comments |
    Registration Time > created | Approval Status | Source Name > source
  Tilda to a sheet, leads, ru:
    Name > customer | Phone | Email | Комментарий | utm_source > source | utm_medium | utm_campaign > campaign |
    utm_content | utm_term | tranid | formid | formname | referer | sended > created
  hand-kept fair, leads, de:
    lfd. Nr. | Datum > created | Firma > customer | Ansprechpartner | Branche > segment | Interesse an |
    Herkunft > source | betreut von > owner | Status > status | Wiedervorlage | Kunde geworden am > converted |
    Bemerkung
  HubSpot contacts, leads, de:
    Datensatz-ID > id | Vorname | Nachname | E-Mail-Adresse | Telefonnummer | Name des Unternehmens > customer |
    Zuständiger Mitarbeiter für Kontakt > owner | Lead-Status > status | Erstellungsdatum > created |
    Datum der letzten Aktivität | Originalquelle > source | Branche > segment
  hand-kept quotes, deals, de:
    Angebot Nr. > id | Kunde > customer | Projekt > name | AP | Angebotssumme netto (EUR) > amount | DB in % |
    Stand > stage | Auftrag am > closed | Vertriebler > owner | Kanal > source | Kundengruppe > segment | WV am
  Odoo, deals, es:
    Oportunidad > name | Cliente > customer | Correo electrónico | Comercial > owner | Equipo de ventas |
    Etapa > stage | Ingreso esperado > amount | Ingreso prorrateado | Probabilidad | Cierre esperado |
    Fecha de cierre > closed | Creado el > created | Origen > source
  media plan, spend, ru:
    Месяц > date | Площадка > channel | План, ₽ | Факт, ₽ с НДС > amount | Показы > impressions | Клики > clicks |
    Заявки > leads | CPL, ₽ | Продажи, шт. > orders | Выручка, ₽ > revenue | ДРР, %
  hand-kept costs, spend, de:
    Monat > date | Kanal > channel | Maßnahme | Plan netto (€) | Ist netto (€) > amount | Leads > leads | €/Lead |
    Aufträge > orders | Umsatz netto (€) > revenue
  hand-kept weeks, traffic, ru:
    Неделя с > date | Канал > channel | Посет. > visitors | Визиты > sessions | Просм. > pageviews | Отказы, % |
    Открыли форму > form_views | Отправили форму > form_submissions | Конв. в заявку
`;

/** Rows of headers as CRM, advertising and analytics tools and hand-kept sheets have them, in five languages. */
export const HEADER_ROWS: readonly HeaderRow[] = ROWS.trim()
  .split(/\n {2}(?=\S)/)
  .map((block) => {
    const [, tool = '', dataset = '', language = '', headers = ''] =
      /^(.*), (\w+), (\w+):\n([\s\S]*)$/.exec(block) ?? [];
    const cells = headers.split('|').map((cell) => cell.trim().split(' > '));
    return {
      tool,
      language,
      dataset: dataset as DatasetName,
      headers: cells.map(([header = '', field]) => ({ header, field })),
    };
  });
