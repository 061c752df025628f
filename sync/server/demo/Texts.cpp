// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/demo/Texts.h"

#include <array>

namespace satchel::server::demo {

namespace {

using Words = const std::string_view[];

constexpr Words englishGoods = {"circulation pumps",
                                "booster pumps",
                                "ball valves",
                                "control valves",
                                "heat exchangers",
                                "pressure sensors",
                                "flow meters",
                                "filters",
                                "controllers",
                                "compressors",
                                "hoses",
                                "couplings",
                                "seals",
                                "expansion tanks",
                                "service kits"};
constexpr Words englishCalls = {"Asked about delivery of the {}",        "Followed up our quote for {}",
                                "Call about the {} complaint",           "Annual needs of {}",
                                "Called back: technical question on {}", "Checked who decides on {}"};
constexpr Words englishMails = {"Sent the data sheets for {}", "Quote for {} sent", "Reminder: sample order of {}",
                                "Sent dates for the plant visit", "Price update for {} announced"};
constexpr Words englishVisits = {"On site: survey for {}", "Visit with demonstration of {}",
                                 "Site tour and stock check of {}", "Visit: wear on the installed {}",
                                 "First visit to the new plant manager"};
constexpr Words englishMeetings = {"Review of the frame agreement", "Yearly talks on {}",
                                   "Online meeting: replacing their {}", "Kick-off of the retrofit with {}",
                                   "Talks with purchasing and maintenance"};
constexpr Words englishRemarks = {"Competitor offers {} at a lower price", "Budget for {} moved to next year",
                                  "New contact in purchasing expected", "Wants {} from stock only"};
constexpr Words englishOutcomes = {"Will decide this month",        "Wants a revised quote", "Order promised",
                                   "Call again after the holidays", "No need at present",    "Not reached"};
constexpr Words englishTodos = {"Send a quote for {}",           "Call back about {}",    "Prepare the visit",
                                "Clear the delivery date of {}", "Arrange samples of {}", "Check the credit note",
                                "Update the contact list",       "Book the demo of {}"};
constexpr Words englishNotes = {
    "Prefers to be called before nine.\nParking is behind the gate house; ask for a visitor's pass.",
    "Buys {} twice a year, in spring and before the winter shutdown.",
    "Very satisfied with the last delivery. Interested in a service contract for {}.",
    "Price is not the first point here: spare parts within 24 hours are.",
    "Met at the trade fair in spring. Knows our {} from an earlier employer.",
    "Decides together with the head of maintenance.\nTechnical questions go to the workshop first."};
constexpr Words englishTitles = {"Purchasing manager", "Maintenance lead", "Plant manager",
                                 "Managing director",  "Project engineer", "Buyer",
                                 "Head of production", "Quality manager"};
constexpr Words englishDepartments = {"Purchasing", "Maintenance", "Production",
                                      "Management", "Engineering", "Quality"};

constexpr Words germanGoods = {"Umwälzpumpen",  "Druckerhöhungspumpen", "Kugelhähne",       "Regelventile",
                               "Wärmetauscher", "Drucksensoren",        "Durchflussmesser", "Filter",
                               "Steuerungen",   "Verdichter",           "Schläuche",        "Kupplungen",
                               "Dichtungen",    "Ausdehnungsgefäße",    "Wartungssätze"};
constexpr Words germanCalls = {"Rückfrage zum Liefertermin für {}", "Angebot nachgefasst: {}",
                               "Reklamation besprochen: {}",        "Jahresbedarf abgefragt: {}",
                               "Rückruf zu technischer Frage: {}",  "Zuständigkeit für {} geklärt"};
constexpr Words germanMails = {"Datenblätter für {} geschickt", "Angebot verschickt: {}",
                               "Erinnerung an die Musterbestellung: {}", "Terminvorschläge für die Werksbesichtigung",
                               "Preisanpassung angekündigt: {}"};
constexpr Words germanVisits = {"Vor-Ort-Termin: Aufmaß für {}", "Besuch mit Vorführung: {}",
                                "Rundgang und Bestandsaufnahme: {}", "Besuch: Verschleiß an eingebauten Teilen",
                                "Antrittsbesuch beim neuen Werkleiter"};
constexpr Words germanMeetings = {"Durchsprache des Rahmenvertrags", "Jahresgespräch: {}",
                                  "Online-Termin: Ersatz für {}", "Auftakt Umrüstung: {}",
                                  "Gespräch mit Einkauf und Instandhaltung"};
constexpr Words germanRemarks = {"Wettbewerber bietet günstiger an: {}", "Budget auf nächstes Jahr verschoben: {}",
                                 "Neue Ansprechperson im Einkauf erwartet", "Will nur Lagerware: {}"};
constexpr Words germanOutcomes = {"Entscheidung noch diesen Monat",
                                  "Möchte ein überarbeitetes Angebot",
                                  "Auftrag zugesagt",
                                  "Nach den Ferien wieder anrufen",
                                  "Derzeit kein Bedarf",
                                  "Nicht erreicht"};
constexpr Words germanTodos = {"Angebot schicken: {}",          "Zurückrufen wegen {}", "Besuch vorbereiten",
                               "Liefertermin klären: {}",       "Muster besorgen: {}",  "Gutschrift prüfen",
                               "Ansprechpartner aktualisieren", "Vorführung planen: {}"};
constexpr Words germanNotes = {
    "Am besten vor neun Uhr anrufen.\nParken hinter der Pforte, Besucherausweis nötig.",
    "Bestellt zweimal im Jahr {}, im Frühjahr und vor dem Stillstand.",
    "Mit der letzten Lieferung sehr zufrieden. Wartungsvertrag für {} wäre interessant.",
    "Der Preis steht hier nicht an erster Stelle: Ersatzteile innerhalb von 24 Stunden schon.",
    "Auf der Messe kennengelernt. Kennt unsere {} von früher.",
    "Entscheidet gemeinsam mit der Instandhaltung.\nTechnische Fragen zuerst an die Werkstatt."};
constexpr Words germanTitles = {"Leitung Einkauf",    "Leitung Instandhaltung", "Werkleitung",
                                "Geschäftsführung",   "Projektingenieurwesen",  "Strategischer Einkauf",
                                "Produktionsleitung", "Qualitätsmanagement"};
constexpr Words germanDepartments = {"Einkauf",          "Instandhaltung", "Produktion",
                                     "Geschäftsleitung", "Technik",        "Qualität"};

constexpr Words polishGoods = {"pompy obiegowe",
                               "zestawy hydroforowe",
                               "zawory kulowe",
                               "zawory regulacyjne",
                               "wymienniki ciepła",
                               "czujniki ciśnienia",
                               "przepływomierze",
                               "filtry",
                               "sterowniki",
                               "sprężarki",
                               "węże",
                               "złączki",
                               "uszczelki",
                               "naczynia wzbiorcze",
                               "zestawy serwisowe"};
constexpr Words polishCalls = {
    "Pytanie o termin dostawy: {}", "Telefon w sprawie oferty: {}",         "Omówienie reklamacji: {}",
    "Zapotrzebowanie roczne: {}",   "Oddzwonienie, pytanie techniczne: {}", "Ustalenie, kto decyduje: {}"};
constexpr Words polishMails = {"Wysłane karty katalogowe: {}", "Oferta wysłana: {}",
                               "Przypomnienie o zamówieniu próbek: {}", "Propozycje terminów wizyty w zakładzie",
                               "Zapowiedź zmiany cen: {}"};
constexpr Words polishVisits = {"Wizyta, pomiary na miejscu: {}", "Wizyta z prezentacją: {}", "Obchód i spis stanu: {}",
                                "Wizyta: zużycie zamontowanych części", "Pierwsza wizyta u nowego dyrektora zakładu"};
constexpr Words polishMeetings = {"Omówienie umowy ramowej", "Rozmowy roczne: {}", "Spotkanie online, wymiana: {}",
                                  "Rozpoczęcie modernizacji: {}", "Rozmowa z zakupami i utrzymaniem ruchu"};
constexpr Words polishRemarks = {"Konkurencja daje niższą cenę: {}", "Budżet przesunięty na przyszły rok: {}",
                                 "Spodziewana nowa osoba w zakupach", "Tylko towar z magazynu: {}"};
constexpr Words polishOutcomes = {"Decyzja w tym miesiącu", "Prosi o poprawioną ofertę", "Zamówienie obiecane",
                                  "Zadzwonić po świętach",  "Na razie bez potrzeb",      "Nie odebrano"};
constexpr Words polishTodos = {"Wysłać ofertę: {}",          "Oddzwonić w sprawie: {}", "Przygotować wizytę",
                               "Ustalić termin dostawy: {}", "Załatwić próbki: {}",     "Sprawdzić notę kredytową",
                               "Uaktualnić listę kontaktów", "Umówić pokaz: {}"};
constexpr Words polishNotes = {"Najlepiej dzwonić przed dziewiątą.\nParking za portiernią, potrzebna przepustka.",
                               "Zamawia dwa razy w roku: {}.",
                               "Bardzo zadowoleni z ostatniej dostawy. Interesuje ich umowa serwisowa: {}.",
                               "Cena nie jest najważniejsza, ważne są części zamienne w 24 godziny.",
                               "Poznani na targach. Znają nasze produkty: {}.",
                               "Decyduje razem z utrzymaniem ruchu.\nPytania techniczne najpierw do warsztatu."};
constexpr Words polishTitles = {"Kierownik zakupów",   "Szef utrzymania ruchu",  "Dyrektor zakładu",
                                "Prezes zarządu",      "Inżynier projektu",      "Specjalista ds. zakupów",
                                "Kierownik produkcji", "Pełnomocnik ds. jakości"};
constexpr Words polishDepartments = {"Zakupy", "Utrzymanie ruchu", "Produkcja", "Zarząd", "Dział techniczny", "Jakość"};

constexpr Words spanishGoods = {"bombas de circulación",
                                "grupos de presión",
                                "válvulas de bola",
                                "válvulas de control",
                                "intercambiadores",
                                "sensores de presión",
                                "caudalímetros",
                                "filtros",
                                "controladores",
                                "compresores",
                                "mangueras",
                                "acoplamientos",
                                "juntas",
                                "vasos de expansión",
                                "kits de servicio"};
constexpr Words spanishCalls = {"Consulta sobre el plazo de {}",           "Seguimiento de la oferta de {}",
                                "Llamada por la reclamación de {}",        "Necesidades anuales de {}",
                                "Llamada devuelta: duda técnica sobre {}", "Aclarado quién decide sobre {}"};
constexpr Words spanishMails = {"Enviadas las fichas técnicas de {}", "Oferta enviada: {}",
                                "Recordatorio del pedido de muestras de {}",
                                "Propuesta de fechas para visitar la planta", "Aviso de nuevos precios de {}"};
constexpr Words spanishVisits = {"Visita: mediciones para {}", "Visita con demostración de {}",
                                 "Recorrido e inventario de {}", "Visita: desgaste de las piezas instaladas",
                                 "Primera visita al nuevo director de planta"};
constexpr Words spanishMeetings = {"Revisión del acuerdo marco", "Reunión anual sobre {}",
                                   "Reunión en línea: sustitución de {}", "Inicio de la reforma con {}",
                                   "Reunión con compras y mantenimiento"};
constexpr Words spanishRemarks = {"La competencia ofrece mejor precio en {}",
                                  "Presupuesto de {} aplazado al año que viene",
                                  "Se espera una persona nueva en compras", "Solo quiere {} en existencias"};
constexpr Words spanishOutcomes = {"Decidirá este mes",         "Pide una oferta revisada",
                                   "Pedido prometido",          "Llamar después de las fiestas",
                                   "Sin necesidades por ahora", "No contesta"};
constexpr Words spanishTodos = {"Enviar oferta de {}",      "Devolver la llamada sobre {}",  "Preparar la visita",
                                "Confirmar el plazo de {}", "Conseguir muestras de {}",      "Revisar el abono",
                                "Actualizar los contactos", "Reservar la demostración de {}"};
constexpr Words spanishNotes = {
    "Mejor llamar antes de las nueve.\nAparcar detrás de la garita; hace falta pase de visitante.",
    "Compra {} dos veces al año, en primavera y antes de la parada de invierno.",
    "Muy contentos con la última entrega. Les interesa un contrato de servicio para {}.",
    "El precio no es lo primero: los recambios en 24 horas, sí.",
    "Nos conocimos en la feria de primavera. Ya conocía nuestra gama de {}.",
    "Decide junto con mantenimiento.\nLas dudas técnicas, primero al taller."};
constexpr Words spanishTitles = {
    "Responsable de compras",  "Responsable de mantenimiento", "Dirección de planta",       "Gerencia",
    "Ingeniería de proyectos", "Compras estratégicas",         "Responsable de producción", "Responsable de calidad"};
constexpr Words spanishDepartments = {"Compras",   "Mantenimiento",   "Producción",
                                      "Dirección", "Oficina técnica", "Calidad"};

constexpr Words japaneseGoods = {"循環ポンプ",   "加圧ポンプ",   "ボールバルブ", "調節弁",     "熱交換器",
                                 "圧力センサー", "流量計",       "フィルター",   "制御盤",     "圧縮機",
                                 "ホース",       "カップリング", "シール",       "膨張タンク", "保守キット"};
constexpr Words japaneseCalls = {"{}の納期について電話", "{}の見積もりの確認",         "{}の不具合について相談",
                                 "{}の年間需要の確認",   "{}の技術的な質問に折り返し", "{}の担当者を確認"};
constexpr Words japaneseMails = {"{}のデータシートを送付", "{}の見積書を送付", "{}のサンプル注文の確認",
                                 "工場見学の日程を送付", "{}の価格改定のご案内"};
constexpr Words japaneseVisits = {"訪問：{}の現地調査", "訪問：{}の実演", "現場確認と{}の在庫調査",
                                  "訪問：部品の摩耗を点検", "新任工場長へのご挨拶"};
constexpr Words japaneseMeetings = {"基本契約の見直し", "{}の年次打ち合わせ", "オンライン会議：{}の更新",
                                    "{}改修の開始会議", "購買部・保全部との打ち合わせ"};
constexpr Words japaneseRemarks = {"他社の{}の方が安いとのこと", "{}の予算は来年度に延期",
                                   "購買部に新しい担当者が来る予定", "{}は在庫品のみ希望"};
constexpr Words japaneseOutcomes = {"今月中に決定",       "見積もりの修正を希望", "注文の約束あり",
                                    "休み明けに再度連絡", "現在は必要なし",       "不在"};
constexpr Words japaneseTodos = {"{}の見積もりを送る", "{}の件で折り返し電話", "訪問の準備",   "{}の納期を確認",
                                 "{}のサンプルを手配", "請求書の確認",         "連絡先の更新", "{}の実演を予約"};
constexpr Words japaneseNotes = {"電話は午前九時前が良い。\n駐車場は守衛所の裏。入館証が必要。",
                                 "{}を年に二回、春と冬の停止前に購入。",
                                 "前回の納品に大変満足。{}の保守契約に関心あり。",
                                 "価格よりも、24時間以内の部品供給が大切。",
                                 "春の展示会で名刺交換。{}は以前の会社で使用。",
                                 "保全部と一緒に決定する。\n技術的な質問はまず現場へ。"};
constexpr Words japaneseTitles = {"購買部長",         "保全課長", "工場長",   "代表取締役",
                                  "プロジェクト技師", "購買担当", "製造部長", "品質管理責任者"};
constexpr Words japaneseDepartments = {"購買部", "保全部", "製造部", "経営企画部", "技術部", "品質管理部"};

constexpr Phrases all[] = {
    {"de", germanGoods, germanCalls, germanMails, germanVisits, germanMeetings, germanRemarks, germanOutcomes,
     germanTodos, germanNotes, germanTitles, germanDepartments, "Frau", "Herr"},
    {"pl", polishGoods, polishCalls, polishMails, polishVisits, polishMeetings, polishRemarks, polishOutcomes,
     polishTodos, polishNotes, polishTitles, polishDepartments, "Pani", "Pan"},
    {"es", spanishGoods, spanishCalls, spanishMails, spanishVisits, spanishMeetings, spanishRemarks, spanishOutcomes,
     spanishTodos, spanishNotes, spanishTitles, spanishDepartments, "Sra.", "Sr."},
    {"ja", japaneseGoods, japaneseCalls, japaneseMails, japaneseVisits, japaneseMeetings, japaneseRemarks,
     japaneseOutcomes, japaneseTodos, japaneseNotes, japaneseTitles, japaneseDepartments, "様", "様"},
    {"en", englishGoods, englishCalls, englishMails, englishVisits, englishMeetings, englishRemarks, englishOutcomes,
     englishTodos, englishNotes, englishTitles, englishDepartments, "Ms", "Mr"},
};

} // namespace

const Phrases& phrasesOf(Country country)
{
    return all[static_cast<std::size_t>(country)];
}

const Phrases& english()
{
    return all[4];
}

const Phrases& somePhrases(Country country, Random& random)
{
    return random.chance(66) ? phrasesOf(country) : english();
}

std::string sentence(const Phrases& phrases, std::span<const std::string_view> from, Random& random)
{
    std::string text(random.pick(from));
    if (const std::size_t at = text.find("{}"); at != std::string::npos)
        text.replace(at, 2, random.pick(phrases.families));
    return text;
}

} // namespace satchel::server::demo
