// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/demo/Names.h"

#include <array>

namespace satchel::server::demo {

namespace {

// A word as its people write it; in Latin letters for mail addresses where those would not say it.
struct Word {
    std::string_view native;
    std::string_view latin = {};
};

struct NameTable {
    std::span<const Word> women;
    std::span<const Word> men;
    std::span<const Word> families;
    std::span<const Word> familiesOfWomen = {}; ///< where they differ, in the same order
};

constexpr Word germanWomen[] = {{"Anna"},    {"Birgit"}, {"Carla"},      {"Dörte"},  {"Elke"},   {"Franziska"},
                                {"Greta"},   {"Hannah"}, {"Ilse"},       {"Jana"},   {"Käthe"},  {"Lena"},
                                {"Marlene"}, {"Nele"},   {"Ottilie"},    {"Petra"},  {"Ronja"},  {"Sabine"},
                                {"Theresa"}, {"Ute"},    {"Vera"},       {"Wiebke"}, {"Anneke"}, {"Bärbel"},
                                {"Claudia"}, {"Emma"},   {"Friederike"}, {"Gudrun"}};
constexpr Word germanMen[] = {{"Arne"},     {"Bernd"},  {"Clemens"}, {"Dieter"},   {"Emil"},    {"Florian"},
                              {"Günther"},  {"Hannes"}, {"Ingo"},    {"Jürgen"},   {"Karsten"}, {"Lukas"},
                              {"Matthias"}, {"Nils"},   {"Oskar"},   {"Paul"},     {"Ralf"},    {"Stefan"},
                              {"Thorsten"}, {"Uwe"},    {"Volker"},  {"Wolfgang"}, {"Anton"},   {"Björn"},
                              {"Tobias"},   {"Felix"},  {"Götz"},    {"Rüdiger"}};
constexpr Word germanFamilies[] = {
    {"Abendroth"},  {"Brandt"},     {"Claußen"},    {"Dörfler"},   {"Eichinger"}, {"Fuhrmann"}, {"Gärtner"},
    {"Hollmann"},   {"Immel"},      {"Jäger"},      {"Köhler"},    {"Lindner"},   {"Möller"},   {"Nagel"},
    {"Oberländer"}, {"Pfeiffer"},   {"Quast"},      {"Reinhardt"}, {"Schröder"},  {"Thiele"},   {"Uhlig"},
    {"Voß"},        {"Wegener"},    {"Zimmermann"}, {"Ackermann"}, {"Böttcher"},  {"Dietrich"}, {"Engelhardt"},
    {"Friedrich"},  {"Großmann"},   {"Hübner"},     {"Kästner"},   {"Lorenz"},    {"Mertens"},  {"Neubauer"},
    {"Petersen"},   {"Rademacher"}, {"Steinbach"},  {"Vogelsang"}, {"Winkelmann"}};
constexpr Word polishWomen[] = {{"Agnieszka"}, {"Barbara"}, {"Celina"},   {"Danuta"},    {"Ewa"},      {"Grażyna"},
                                {"Halina"},    {"Irena"},   {"Joanna"},   {"Katarzyna"}, {"Łucja"},    {"Małgorzata"},
                                {"Natalia"},   {"Olga"},    {"Patrycja"}, {"Renata"},    {"Sylwia"},   {"Urszula"},
                                {"Wanda"},     {"Zofia"},   {"Żaneta"},   {"Bożena"},    {"Elżbieta"}, {"Milena"}};
constexpr Word polishMen[] = {{"Adam"},     {"Bartosz"}, {"Cezary"},   {"Dariusz"}, {"Eryk"},      {"Filip"},
                              {"Grzegorz"}, {"Henryk"},  {"Ireneusz"}, {"Jakub"},   {"Krzysztof"}, {"Łukasz"},
                              {"Marcin"},   {"Norbert"}, {"Oskar"},    {"Paweł"},   {"Rafał"},     {"Sławomir"},
                              {"Tadeusz"},  {"Witold"},  {"Zbigniew"}, {"Michał"},  {"Stanisław"}, {"Wojciech"}};
constexpr Word polishFamilies[] = {
    {"Adamski"},    {"Bielecki"},    {"Chmielewski"}, {"Dąbrowski"},  {"Falkowski"},  {"Górski"},    {"Jabłoński"},
    {"Kaczmarek"},  {"Lewandowski"}, {"Łukasik"},     {"Malinowski"}, {"Nowicki"},    {"Olszewski"}, {"Pawlak"},
    {"Rutkowski"},  {"Sikora"},      {"Tomczyk"},     {"Urbański"},   {"Wróblewski"}, {"Zieliński"}, {"Żurek"},
    {"Baran"},      {"Cieślak"},     {"Duda"},        {"Głowacki"},   {"Kołodziej"},  {"Mazurek"},   {"Ostrowski"},
    {"Przybylski"}, {"Ślusarczyk"},  {"Wasilewski"},  {"Zawadzki"}};
constexpr Word spanishWomen[] = {{"Alba"},     {"Beatriz"}, {"Carmen"},     {"Dolores"}, {"Elena"},   {"Fátima"},
                                 {"Gloria"},   {"Inés"},    {"Julia"},      {"Laura"},   {"Marisol"}, {"Núria"},
                                 {"Olalla"},   {"Pilar"},   {"Rocío"},      {"Sofía"},   {"Teresa"},  {"Úrsula"},
                                 {"Verónica"}, {"Ximena"},  {"Montserrat"}, {"Lucía"},   {"Begoña"},  {"Encarna"}};
constexpr Word spanishMen[] = {{"Álvaro"},  {"Bruno"},   {"César"},  {"Diego"}, {"Esteban"}, {"Fermín"},
                               {"Gonzalo"}, {"Hugo"},    {"Iván"},   {"Jordi"}, {"Joaquín"}, {"Lorenzo"},
                               {"Manuel"},  {"Nicolás"}, {"Óscar"},  {"Pau"},   {"Rubén"},   {"Sergio"},
                               {"Tomás"},   {"Vicente"}, {"Andrés"}, {"Iñaki"}, {"Martí"},   {"Raúl"}};
constexpr Word spanishFamilies[] = {{"Aguilar"},  {"Bermúdez"}, {"Castaño"}, {"Domènech"}, {"Espinosa"}, {"Ferrer"},
                                    {"Gómez"},    {"Herrero"},  {"Ibáñez"},  {"Jiménez"},  {"Lozano"},   {"Muñoz"},
                                    {"Navarro"},  {"Ortega"},   {"Peña"},    {"Quintana"}, {"Rivas"},    {"Soler"},
                                    {"Trujillo"}, {"Urrutia"},  {"Vidal"},   {"Yáñez"},    {"Zamora"},   {"Bosch"},
                                    {"Calvo"},    {"Durán"},    {"Esteve"},  {"Galindo"},  {"Luque"},    {"Marín"},
                                    {"Núñez"},    {"Pascual"},  {"Roldán"},  {"Serrano"},  {"Tortosa"},  {"Villar"}};
constexpr Word japaneseWomen[] = {{"愛子", "aiko"}, {"文", "aya"},      {"千春", "chiharu"},  {"恵美", "emi"},
                                  {"花", "hana"},   {"陽子", "yoko"},   {"和美", "kazumi"},   {"真由", "mayu"},
                                  {"菜々", "nana"}, {"玲奈", "reina"},  {"さくら", "sakura"}, {"智子", "tomoko"},
                                  {"優花", "yuka"}, {"美咲", "misaki"}, {"紀子", "noriko"},   {"明日香", "asuka"}};
constexpr Word japaneseMen[] = {{"明", "akira"},     {"大輔", "daisuke"}, {"英樹", "hideki"}, {"一郎", "ichiro"},
                                {"純", "jun"},       {"健太", "kenta"},   {"誠", "makoto"},   {"直樹", "naoki"},
                                {"修", "osamu"},     {"亮", "ryo"},       {"翔", "sho"},      {"拓也", "takuya"},
                                {"哲也", "tetsuya"}, {"勇気", "yuki"},    {"浩二", "koji"},   {"蓮", "ren"}};
constexpr Word japaneseFamilies[] = {
    {"青木", "aoki"},     {"千葉", "chiba"},    {"遠藤", "endo"},       {"福田", "fukuda"},    {"後藤", "goto"},
    {"原田", "harada"},   {"石川", "ishikawa"}, {"加藤", "kato"},       {"小林", "kobayashi"}, {"松本", "matsumoto"},
    {"村上", "murakami"}, {"中島", "nakajima"}, {"西村", "nishimura"},  {"小川", "ogawa"},     {"斎藤", "saito"},
    {"高木", "takagi"},   {"上田", "ueda"},     {"和田", "wada"},       {"山口", "yamaguchi"}, {"吉田", "yoshida"},
    {"渡辺", "watanabe"}, {"森田", "morita"},   {"長谷川", "hasegawa"}, {"三宅", "miyake"}};
constexpr Word greekWomen[] = {{"Αικατερίνη", "aikaterini"}, {"Βασιλική", "vasiliki"}, {"Ελένη", "eleni"},
                               {"Ιωάννα", "ioanna"},         {"Μαρία", "maria"},       {"Σοφία", "sofia"},
                               {"Χριστίνα", "christina"},    {"Δέσποινα", "despina"}};
constexpr Word greekMen[] = {{"Αλέξανδρος", "alexandros"}, {"Γιώργος", "giorgos"}, {"Θανάσης", "thanasis"},
                             {"Κώστας", "kostas"},         {"Νίκος", "nikos"},     {"Παναγιώτης", "panagiotis"},
                             {"Σπύρος", "spyros"},         {"Χρήστος", "christos"}};
constexpr Word greekFamilies[] = {{"Αγγελόπουλος", "angelopoulos"}, {"Βλαχάκης", "vlachakis"},
                                  {"Γεωργίου", "georgiou"},         {"Καραγιάννης", "karagiannis"},
                                  {"Λαμπρόπουλος", "lambropoulos"}, {"Μαρκόπουλος", "markopoulos"},
                                  {"Νικολαΐδης", "nikolaidis"},     {"Σταματάκης", "stamatakis"}};
constexpr Word greekFamiliesOfWomen[] = {{"Αγγελοπούλου", "angelopoulou"}, {"Βλαχάκη", "vlachaki"},
                                         {"Γεωργίου", "georgiou"},         {"Καραγιάννη", "karagianni"},
                                         {"Λαμπροπούλου", "lambropoulou"}, {"Μαρκοπούλου", "markopoulou"},
                                         {"Νικολαΐδου", "nikolaidou"},     {"Σταματάκη", "stamataki"}};
constexpr Word ukrainianWomen[] = {{"Ганна", "hanna"},       {"Дарина", "daryna"},    {"Ірина", "iryna"},
                                   {"Катерина", "kateryna"}, {"Людмила", "liudmyla"}, {"Наталія", "nataliia"},
                                   {"Оксана", "oksana"},     {"Юлія", "yuliia"}};
constexpr Word ukrainianMen[] = {{"Андрій", "andrii"}, {"Богдан", "bohdan"}, {"Василь", "vasyl"}, {"Дмитро", "dmytro"},
                                 {"Ігор", "ihor"},     {"Микола", "mykola"}, {"Олег", "oleh"},    {"Тарас", "taras"}};
constexpr Word ukrainianFamilies[] = {
    {"Бондаренко", "bondarenko"}, {"Гриценко", "hrytsenko"}, {"Ковальчук", "kovalchuk"}, {"Лисенко", "lysenko"},
    {"Мельник", "melnyk"},        {"Петренко", "petrenko"},  {"Романюк", "romaniuk"},    {"Ткаченко", "tkachenko"}};
constexpr Word arabWomen[] = {{"أمل", "amal"},    {"دينا", "dina"}, {"هالة", "hala"},   {"ليلى", "layla"},
                              {"مريم", "maryam"}, {"نور", "nour"},  {"رانيا", "rania"}, {"سلمى", "salma"}};
constexpr Word arabMen[] = {{"أحمد", "ahmad"},  {"باسم", "basim"}, {"حسن", "hasan"}, {"كريم", "karim"},
                            {"خالد", "khalid"}, {"نبيل", "nabil"}, {"سامي", "sami"}, {"يوسف", "yusuf"}};
constexpr Word arabFamilies[] = {{"الحداد", "alhaddad"}, {"الخطيب", "alkhatib"}, {"المصري", "almasri"},
                                 {"النجار", "alnajjar"}, {"حمدان", "hamdan"},    {"خوري", "khoury"},
                                 {"صباغ", "sabbagh"},    {"منصور", "mansour"}};
constexpr Word hebrewWomen[] = {{"אביגיל", "avigail"}, {"יעל", "yael"},   {"מיכל", "michal"}, {"נועה", "noa"},
                                {"רבקה", "rivka"},     {"שירה", "shira"}, {"תמר", "tamar"},   {"דנה", "dana"}};
constexpr Word hebrewMen[] = {{"איתן", "eitan"}, {"דוד", "david"}, {"יונתן", "yonatan"}, {"משה", "moshe"},
                              {"נדב", "nadav"},  {"עומר", "omer"}, {"רון", "ron"},       {"שמעון", "shimon"}};
constexpr Word hebrewFamilies[] = {{"אברהמי", "avrahami"}, {"ברק", "barak"},  {"גולן", "golan"},
                                   {"כרמי", "carmi"},      {"לוין", "levin"}, {"מזרחי", "mizrahi"},
                                   {"פרידמן", "fridman"},  {"שגב", "segev"}};

constexpr NameTable tables[] = {
    {germanWomen, germanMen, germanFamilies},
    {polishWomen, polishMen, polishFamilies},
    {spanishWomen, spanishMen, spanishFamilies},
    {japaneseWomen, japaneseMen, japaneseFamilies},
    {greekWomen, greekMen, greekFamilies, greekFamiliesOfWomen},
    {ukrainianWomen, ukrainianMen, ukrainianFamilies},
    {arabWomen, arabMen, arabFamilies},
    {hebrewWomen, hebrewMen, hebrewFamilies},
};

constexpr std::string_view peopleLanguages[] = {"de", "pl", "es", "ja", "el", "uk", "ar", "he"};

constexpr Word germanStems[] = {{"Nordlicht"}, {"Falkenried"}, {"Silberbach"}, {"Eichhorst"},
                                {"Lindenhof"}, {"Hochwald"},   {"Kranich"},    {"Steinfeld"},
                                {"Wiesental"}, {"Ahorn"},      {"Rotfuchs"},   {"Bergkristall"}};
constexpr Word polishStems[] = {{"Jarzębina"}, {"Bursztyn"}, {"Sokół"},    {"Zorza"}, {"Perkoz"},    {"Jesion"},
                                {"Kryształ"},  {"Limba"},    {"Kormoran"}, {"Halny"}, {"Jutrzenka"}, {"Polana"}};
constexpr Word spanishStems[] = {{"Alborada"},   {"Mirasierra"}, {"Valdeoro"},    {"Costanova"},
                                 {"Tramuntana"}, {"La Encina"},  {"Ribera"},      {"Monteclaro"},
                                 {"El Faro"},    {"Aguamarina"}, {"Piedra Alta"}, {"Olivar"}};
constexpr Word japaneseStems[] = {{"青葉", "aoba"},      {"若葉", "wakaba"},   {"緑川", "midorikawa"},
                                  {"白鳥", "shiratori"}, {"月岡", "tsukioka"}, {"高嶺", "takamine"},
                                  {"星野", "hoshino"},   {"風間", "kazama"},   {"松風", "matsukaze"},
                                  {"清流", "seiryu"},    {"花園", "hanazono"}, {"北斗", "hokuto"}};

// What a company does, as it stands in its name in each country, and the industry that is.
struct Trade {
    std::string_view german;
    std::string_view polish;
    std::string_view spanish;
    Word japanese;
    std::string_view industry;
};
constexpr Trade trades[] = {
    {"Haustechnik", "Instalacje", "Instalaciones", {"設備", "setsubi"}, "Building services"},
    {"Maschinenbau", "Maszyny", "Maquinaria", {"機械", "kikai"}, "Mechanical engineering"},
    {"Lebensmittel", "Żywność", "Alimentación", {"食品", "shokuhin"}, "Food and drink"},
    {"Brauerei", "Browar", "Cervecera", {"酒造", "shuzo"}, "Brewing"},
    {"Papier", "Papier", "Papelera", {"製紙", "seishi"}, "Paper"},
    {"Chemie", "Chemia", "Química", {"化学", "kagaku"}, "Chemicals"},
    {"Pharma", "Farmacja", "Farmacéutica", {"製薬", "seiyaku"}, "Pharmaceuticals"},
    {"Wasserwerke", "Wodociągi", "Aguas", {"水道", "suido"}, "Water supply"},
    {"Energietechnik", "Energetyka", "Energía", {"電力", "denryoku"}, "Energy"},
    {"Stahlbau", "Konstrukcje Stalowe", "Estructuras", {"鉄工", "tekko"}, "Steelwork"},
    {"Textil", "Tekstylia", "Textiles", {"繊維", "seni"}, "Textiles"},
    {"Logistik", "Logistyka", "Logística", {"物流", "butsuryu"}, "Logistics"},
    {"Kunststofftechnik", "Tworzywa", "Plásticos", {"樹脂", "jushi"}, "Plastics"},
    {"Klinikbedarf", "Sprzęt Medyczny", "Suministros Médicos", {"医療", "iryo"}, "Health care"},
    {"Hotels", "Hotele", "Hoteles", {"ホテル", "hotel"}, "Hotels"},
    {"Molkerei", "Mleczarnia", "Lácteos", {"乳業", "nyugyo"}, "Dairy"},
    {"Kältetechnik", "Chłodnictwo", "Refrigeración", {"冷機", "reiki"}, "Refrigeration"},
    {"Automobiltechnik", "Motoryzacja", "Automoción", {"自動車部品", "jidosha"}, "Automotive"},
    {"Werft", "Stocznia", "Astilleros", {"造船", "zosen"}, "Shipbuilding"},
    {"Anlagenbau", "Inżynieria", "Ingeniería", {"エンジニアリング", "engineering"}, "Plant engineering"},
};

// Latin letters with marks in our tables, and what a mail address writes instead.
struct Plain {
    std::string_view marked;
    std::string_view plain;
};
constexpr Plain plainLetters[] = {
    {"ä", "ae"}, {"ö", "oe"}, {"ü", "ue"}, {"ß", "ss"}, {"Ä", "ae"}, {"Ö", "oe"}, {"Ü", "ue"}, {"á", "a"}, {"à", "a"},
    {"é", "e"},  {"è", "e"},  {"í", "i"},  {"ó", "o"},  {"ò", "o"},  {"ú", "u"},  {"ñ", "n"},  {"ç", "c"}, {"Á", "a"},
    {"É", "e"},  {"Í", "i"},  {"Ó", "o"},  {"Ú", "u"},  {"Ñ", "n"},  {"ą", "a"},  {"ć", "c"},  {"ę", "e"}, {"ł", "l"},
    {"ń", "n"},  {"ś", "s"},  {"ź", "z"},  {"ż", "z"},  {"Ł", "l"},  {"Ś", "s"},  {"Ż", "z"},  {"Ź", "z"}, {"Ć", "c"},
};

std::string mailWord(const Word& word)
{
    return word.latin.empty() ? asciiName(word.native) : std::string(word.latin);
}

// Polish adjectival surnames follow their bearer: Nowicki, Nowicka.
std::string polishFamily(std::string_view family, bool woman)
{
    std::string text(family);
    if (woman && (text.ends_with("ski") || text.ends_with("cki") || text.ends_with("dzki") || text.ends_with("ński")))
        text.back() = 'a';
    return text;
}

std::string_view legalForm(Country country, Random& random)
{
    static constexpr std::array<std::string_view, 5> german = {" GmbH", " GmbH", " AG", " GmbH & Co. KG", " KG"};
    static constexpr std::array<std::string_view, 4> polish = {" Sp. z o.o.", " Sp. z o.o.", " S.A.", " Sp. j."};
    static constexpr std::array<std::string_view, 4> spanish = {", S.L.", ", S.L.", ", S.A.", " S.Coop."};
    if (country == Country::Germany)
        return random.pick(german);
    return country == Country::Poland ? random.pick(polish) : random.pick(spanish);
}

Word stem(Country country, Random& random)
{
    static constexpr std::array<std::span<const Word>, 4> stems = {germanStems, polishStems, spanishStems,
                                                                   japaneseStems};
    if (random.chance(55))
        return random.pick(tables[static_cast<std::size_t>(country)].families);
    return random.pick(stems[static_cast<std::size_t>(country)]);
}

} // namespace

std::string asciiName(std::string_view text)
{
    std::string name;
    while (!text.empty()) {
        const char c = text.front();
        std::size_t used = 1;
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
            name += c;
        } else if (c >= 'A' && c <= 'Z') {
            name += static_cast<char>(c - 'A' + 'a');
        } else {
            std::string_view instead = "-";
            for (const Plain& letter : plainLetters)
                if (text.starts_with(letter.marked)) {
                    instead = letter.plain;
                    used = letter.marked.size();
                }
            if (instead != "-" || (!name.empty() && name.back() != '-'))
                name += instead;
        }
        text.remove_prefix(used);
    }
    while (!name.empty() && name.back() == '-')
        name.pop_back();
    return name;
}

People peopleOf(Country country)
{
    return static_cast<People>(country);
}

std::string_view languageOf(People people)
{
    return peopleLanguages[static_cast<std::size_t>(people)];
}

People somePeople(Country country, Random& random)
{
    if (!random.chance(9))
        return peopleOf(country);
    return static_cast<People>(random.below(std::size(tables)));
}

Person makePerson(People people, Random& random)
{
    const NameTable& table = tables[static_cast<std::size_t>(people)];
    Person person;
    person.woman = random.chance(48);
    const Word& first = random.pick(person.woman ? table.women : table.men);
    const std::size_t at = random.below(table.families.size());
    const Word& last = person.woman && !table.familiesOfWomen.empty() ? table.familiesOfWomen[at] : table.families[at];
    person.first = first.native;
    person.last = people == People::Polish ? polishFamily(last.native, person.woman) : std::string(last.native);
    person.mailName = mailWord(first) + "." + (last.latin.empty() ? asciiName(person.last) : std::string(last.latin));
    if (people == People::Spanish && random.chance(70))
        person.last += " " + std::string(random.pick(table.families).native);
    return person;
}

CompanyName makeCompany(Country country, const Town& town, Random& random)
{
    const Trade& trade = random.pick(trades);
    const Word core = stem(country, random);
    CompanyName company;
    company.industry = trade.industry;
    company.mailName = mailWord(core) + "-";
    const std::string name(core.native);
    if (country == Country::Japan) {
        company.mailName += trade.japanese.latin;
        const std::string both = name + std::string(trade.japanese.native);
        company.name = random.chance(50) ? both + "株式会社" : "株式会社" + both;
        return company;
    }
    const std::string_view word = country == Country::Germany  ? trade.german
                                  : country == Country::Poland ? trade.polish
                                                               : trade.spanish;
    company.mailName += asciiName(word);
    company.name = country == Country::Spain ? std::string(word) + " " + name : name + " " + std::string(word);
    if (random.chance(35))
        company.name += " " + std::string(town.name);
    company.name += legalForm(country, random);
    return company;
}

std::string siteName(Country country, std::string_view company, const Town& town, Random& random)
{
    static constexpr std::array<std::array<std::string_view, 3>, 4> kinds = {{{"Werk ", "Niederlassung ", "Lager "},
                                                                              {"Zakład ", "Oddział ", "Magazyn "},
                                                                              {"Planta ", "Delegación ", "Almacén "},
                                                                              {"工場", "支店", "倉庫"}}};
    const std::string kind(random.pick(kinds[static_cast<std::size_t>(country)]));
    const std::string place(town.name);
    return std::string(company) + ", " + (country == Country::Japan ? place + kind : kind + place);
}

} // namespace satchel::server::demo
