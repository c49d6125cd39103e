import type { ProblemTexts } from './problems-en';

const convert = 'Zamieni go Leakproof > Sprawdź dane.';
const checkColumn = 'Zaznacz właściwą kolumnę.';
const choose = 'Do wyboru:';
const settingsTab = 'Ukryta karta „Leakproof settings”';
const wayBack =
  'Przywróć ją przez Plik > Historia zmian albo przejdź kroki od nowa: co dało się odczytać, jest wpisane.';
const noPeriod = 'więc nie wchodzi do żadnego okresu';
const noSum = 'więc nie wchodzi do sum';
const twice = 'więc może się liczyć dwa razy. Usuń go, jeśli to nie osobny przypadek.';
const copy = 'więc liczy się dwa razy. Jego komórki należy opróżnić.';
const byHand = 'Popraw ręcznie.';
const fillIn = 'Uzupełnij.';
const step = 'w kroku Etapy i kanały.';

/** What is said of problems, in Polish; worded so that no number has to agree with a noun. */
export const problemsPl: ProblemTexts = {
  errors: {
    wrong_arguments: 'liczba argumentów nie pasuje do żadnej z postaci: {forms}.',
    unclear_call: 'argumenty nie pasują do żadnej z postaci: {forms}.',
    not_one_column: '{argument} to ma być jedna kolumna albo jeden wiersz.',
    unequal_columns: '{argument} i {other} muszą mieć tyle samo komórek, a mają: {length} i {otherLength}.',
    error_cell: '{value} to błąd. Popraw tę komórkę.',
    text_not_number: `„{value}” to tekst, a nie liczba. ${convert}`,
    not_a_number: `{value} to nie liczba. ${checkColumn}`,
    text_not_date: `„{value}” to tekst, a nie data. ${convert}`,
    not_a_date: '{value} to nie data. Zaznacz inną kolumnę albo nadaj tej format daty.',
    not_one_cell: '{argument} to ma być jedna wartość lub komórka.',
    unknown_option: `{argument} nie może mieć wartości „{value}”.[ Czy chodziło o „{nearest}”?] ${choose} {options}.`,
    unrecognised_labels:
      'o żadnej z etykiet nie wiadomo, że znaczy „{argument}”: {labels}. Wskaż ją: {call}, a jeśli jej nie ma, wpisz "".',
    stage_twice: 'W kolejności etapów „{stage}” jest dwa razy. Podaj go raz.',
    score_off_scale: '{value} to nie ocena od {lowest} do {highest}. Popraw tę komórkę.',
    too_large: 'liczby[ w argumencie {argument}] są zbyt duże, aby na nich liczyć. Popraw je.',
    unknown_kpi:
      'nie ma wskaźnika „{value}”.[ Czy chodziło o „{nearest}”?] Wpisz nazwę funkcji Leakproof, SUM lub COUNT.',
    table_by_group: '{kpi} daje tabelę, a nie jedną wartość dla grupy. Podaj inny wskaźnik.',
    nothing_mapped:
      'Żadna karta nie wygląda na leady, szanse, wydatki ani ruch[ (sprawdzone: {tabs})]. Potrzebne są nagłówki, np. Data utworzenia, Etap, Kwota, Data zamknięcia, Koszt, Użytkownicy.',
    tab_missing: 'Nie ma karty „{tab}”. Wskaż inną w Leakproof.',
    tab_empty: 'Karta „{tab}” jest pusta. Wpisz nagłówki i dane.',
    no_header: 'Karta „{tab}” nie ma wiersza nagłówków. Nazwij każdą kolumnę.',
    column_missing: 'Karta „{tab}” nie ma już kolumny „{header}”. Wskaż inną w Leakproof.',
    tab_unclear: 'Karta „{tab}” może być jedną z tych: {candidates}. Wskaż ją w Leakproof.',
    tab_renamed: 'Karta „{from}” nazywa się teraz „{to}”.',
    header_row_moved: 'Nagłówki karty „{tab}” przesunęły się z wiersza {from} do {to}.',
    column_unclear: 'Kolumna „{header}” karty „{tab}” może być jedną z tych: {candidates}. Wskaż ją w Leakproof.',
    column_moved: '„{header}” stoi teraz w kolumnie {to}, a nie {from} (karta „{tab}”).',
    columns_moved: 'Przesunięte kolumny na karcie „{tab}”: {list}.',
    column_renamed: 'Kolumna {column} karty „{tab}” nazywa się teraz „{now}”, a nie „{header}”.',
    saved_in_between:
      'Od otwarcia Twoich ustawień ktoś inny zapisał swoje. Obowiązują Twoje, tamte są w Plik > Historia zmian.',
    tags_unwritable:
      'Ten plik nie przyjmuje znaczników, więc kolumny odnajdują tylko nagłówki. Po zmianie nagłówka trzeba go wskazać ponownie.',
    settings_missing: `${settingsTab} jest pusta. ${wayBack}`,
    settings_damaged: `${settingsTab} jest nieczytelna w wierszu {row}. ${wayBack}`,
    settings_rows_missing: `${settingsTab} ma za mało lub za dużo wierszy. ${wayBack}`,
    settings_invalid:
      'Nie da się użyć ustawień[: zob. {entry}]. Popraw je w panelu bocznym albo usuń ukrytą kartę „Leakproof settings”.',
    settings_newer: 'Ustawienia zapisał nowszy Leakproof. Odśwież stronę, aby go wczytać.',
    request_invalid: 'Panel boczny przesłał coś nieczytelnego[ ({what})]. Zamknij go i otwórz ponownie.',
    busy: 'Ktoś inny właśnie zapisuje. Spróbuj ponownie za kilka sekund.',
    mapping_not_an_object:
      'Mapowanie ma wyglądać np. tak: {"deals": {"stage": "deal_stage"}, "stages": {"Won": "won"}}.',
    mapping_unknown_key: `Mapowanie ma nieznany klucz „{key}”. ${choose} {allowed}.`,
    mapping_wrong_value: `Mapowanie ma błędną wartość klucza „{key}”.[ ${choose} {allowed}.]`,
    mapping_unknown_header: `Mapowanie wskazuje „{header}” jako {dataset}.{field}, ale nie ma takiej kolumny. ${choose} {headers}.`,
    mapping_unknown_label: 'Mapowanie nadaje znaczenie „{label}” ({key}), ale nie ma takiej komórki. Sprawdź pisownię.',
    too_many_labels:
      'Kolumna pola {field} ma za dużo etykiet ({count}); użyto tylko: {most}. Sprawdź, czy to właściwa kolumna.',
    period_reversed: 'Okres kończy się ({end}), zanim się zacznie ({start}). Zamień daty.',
    service_failed: 'Google nie zdołał tego dokończyć. Spróbuj ponownie za minutę.',
    report_failed: 'Google nie zdołał dokończyć raportu. Nic nie zostało zmienione. Spróbuj ponownie za minutę.',
    nothing_changed: 'Google nie zdołał tego dokończyć. Nic nie zostało zmienione. Spróbuj ponownie za minutę.',
    report_gone: 'Raportu „{report}” już nie ma. Otwórz panel boczny ponownie.',
    tab_left_over:
      'Google nie zdołał ani dokończyć raportu, ani usunąć nowej karty „{tab}”. Usuń ją i spróbuj ponownie.',
    no_permission: 'Nie możesz edytować tego pliku lub jego części. Poproś właściciela o uprawnienia.',
    several_accounts:
      'Google odmówił dostępu, zapewne z powodu zalogowania na kilka kont. Użyj okna prywatnego z jednym kontem.',
    time_limit: 'Google przerwał działanie, bo trwało za długo. Spróbuj ponownie z mniejszą liczbą podziałów.',
  },
  findings: {
    date_as_text: `data jest zapisana jako tekst, ${noPeriod}.`,
    date_as_number: 'data jest zapisana jako liczba, więc może nie wejść do swojego okresu.',
    date_order_unclear: `data jest tekstem, w którym nie wiadomo, co jest dniem, a co miesiącem, ${noPeriod}.`,
    unreadable_date: `to nie jest data, ${noPeriod}. ${byHand}`,
    swapped_date: 'dzień i miesiąc są chyba zamienione, więc data wchodzi do złego okresu.',
    date_in_future: `data jest z przyszłości, ${noPeriod} do dziś. ${byHand}`,
    number_as_text: `liczba jest zapisana jako tekst, ${noSum}.`,
    number_unclear: `liczba jest tekstem, w którym nie wiadomo, co oddziela tysiące, ${noSum}.`,
    unreadable_number: `to nie jest liczba, ${noSum}. ${byHand}`,
    placeholder: 'to znak braku danych, liczy się jako pusta komórka.',
    mixed_currencies: 'kwoty są w kilku walutach[ ({currencies})], więc sumy nic nie znaczą. Przelicz je na jedną.',
    stray_spaces: 'są zbędne spacje, więc dla formuł to inna wartość.',
    look_alike_letters: 'etykieta ma litery innego alfabetu, które tylko wyglądają dobrze, więc liczy się osobno.',
    label_variants: 'gdzie indziej etykieta jest zapisana inaczej, więc filtry mogą ją pokazać dwa razy.',
    similar_labels: 'etykieta jest prawie taka sama jak inna, częstsza, ale liczy się osobno.',
    unknown_stage: `etap nie ma jeszcze znaczenia, więc szansa nie jest otwarta, wygrana ani przegrana. Nadaj je ${step}`,
    assumed_stage: `znaczenie etapu nie jest znane, więc szansa liczy się jako otwarta. Potwierdź je lub zmień ${step}`,
    assumed_status: `znaczenie statusu nie jest znane, więc lead liczy się jako niekwalifikowany. Potwierdź je lub zmień ${step}`,
    unknown_status: `status nie ma jeszcze znaczenia, więc leada nie ma w lejku. Nadaj je ${step}`,
    error_cell: `to błąd, który psuje każdą sumę. ${byHand}`,
    missing_date: `brakuje daty, więc większość wskaźników pomija wiersz. ${fillIn}`,
    missing_stage: `brakuje etapu, więc większość wskaźników pomija szansę. ${fillIn}`,
    closed_before_created: `koniec jest przed początkiem, więc cykl wychodzi ujemny. ${byHand}`,
    won_without_amount: `wygrana szansa nie ma kwoty, więc przychód jest zaniżony. ${fillIn}`,
    won_without_close_date: `wygrana szansa nie ma daty zamknięcia, ${noPeriod}. ${fillIn}`,
    lost_without_close_date: `przegrana szansa nie ma daty zamknięcia, więc wskaźnik wygranych jest zawyżony. ${fillIn}`,
    duplicate_id: `wiersz ma ten sam identyfikator co wcześniejszy, ${twice}`,
    duplicate_row: `wiersz powtarza wcześniejszy razem z identyfikatorem, ${copy}`,
    near_duplicate_row: `wiersz powtarza wcześniejszy razem z identyfikatorem, w innej pisowni, ${copy}`,
    possible_duplicate_row: `wiersz jest taki sam jak wcześniejszy, choć żaden identyfikator nie dowodzi, że to kopia, ${twice}`,
    repeated_header_row: 'wśród danych powtarza się nagłówek. Usuń wiersz.',
    total_row: 'to suma innych wierszy. Raport ją pomija, Twoje formuły mogą ją liczyć.',
    channel_only_in_spend: `żaden lead ani szansa nie pochodzi z tego kanału, więc jego koszt stoi osobno. Jeśli ma też inną nazwę, połącz obie ${step}`,
  },
  frame: {
    call: '{function}:[ {argument}, wiersz {row}:] {problem}',
    records:
      'Karta „{tab}”, wiersze: {count} z {records} (pierwszy: {first}[, {samples}][; wartość: {sum}]) – {finding}',
    extraRows: 'Karta „{tab}”, wiersze: {count} (pierwszy: {first}) – {finding}',
    safe: '„Napraw” to poprawi.',
    ask: '„Napraw” najpierw zada pytanie.',
    formulas: 'Formuły, których „Napraw” nie zmieni: {formulas}.',
    quoted: '„{text}”',
  },
};
