// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/demo/Places.h"

#include <array>

namespace satchel::server::demo {

namespace {

constexpr std::array germanNorth = {Town{"Hamburg", "20", "40", "Hamburg"}, Town{"Bremen", "28", "421", "Bremen"},
                                    Town{"Kiel", "24", "431", "Schleswig-Holstein"},
                                    Town{"Oldenburg", "261", "441", "Niedersachsen"}};
constexpr std::array germanWest = {
    Town{"Köln", "50", "221", "Nordrhein-Westfalen"}, Town{"Dortmund", "44", "231", "Nordrhein-Westfalen"},
    Town{"Münster", "481", "251", "Nordrhein-Westfalen"}, Town{"Mainz", "551", "6131", "Rheinland-Pfalz"}};
constexpr std::array germanEast = {Town{"Berlin", "10", "30", "Berlin"}, Town{"Leipzig", "041", "341", "Sachsen"},
                                   Town{"Dresden", "010", "351", "Sachsen"}, Town{"Erfurt", "990", "361", "Thüringen"}};
constexpr std::array bavaria = {Town{"München", "80", "89", "Bayern"}, Town{"Nürnberg", "904", "911", "Bayern"},
                                Town{"Augsburg", "861", "821", "Bayern"}, Town{"Rosenheim", "830", "8031", "Bayern"},
                                Town{"Würzburg", "970", "931", "Bayern"}};
constexpr std::array badenWuerttemberg = {
    Town{"Stuttgart", "70", "711", "Baden-Württemberg"}, Town{"Ulm", "890", "731", "Baden-Württemberg"},
    Town{"Freiburg", "791", "761", "Baden-Württemberg"}, Town{"Mannheim", "681", "621", "Baden-Württemberg"}};
constexpr std::array mazovia = {Town{"Warszawa", "00", "22", "mazowieckie"}, Town{"Radom", "26", "48", "mazowieckie"},
                                Town{"Płock", "09", "24", "mazowieckie"}};
constexpr std::array lodz = {Town{"Łódź", "90", "42", "łódzkie"}, Town{"Piotrków Trybunalski", "97", "44", "łódzkie"}};
constexpr std::array silesia = {Town{"Katowice", "40", "32", "śląskie"}, Town{"Gliwice", "44", "32", "śląskie"},
                                Town{"Częstochowa", "42", "34", "śląskie"}};
constexpr std::array pomerania = {Town{"Gdańsk", "80", "58", "pomorskie"}, Town{"Gdynia", "81", "58", "pomorskie"},
                                  Town{"Słupsk", "76", "59", "pomorskie"}};
constexpr std::array catalonia = {
    Town{"Barcelona", "080", "93", "Catalunya"}, Town{"Girona", "170", "972", "Catalunya"},
    Town{"Tarragona", "430", "977", "Catalunya"}, Town{"Lleida", "250", "973", "Catalunya"},
    Town{"Sabadell", "082", "93", "Catalunya"}};
constexpr std::array levante = {Town{"València", "460", "96", "Comunitat Valenciana"},
                                Town{"Alicante", "030", "96", "Comunitat Valenciana"},
                                Town{"Castelló de la Plana", "120", "964", "Comunitat Valenciana"},
                                Town{"Murcia", "300", "968", "Región de Murcia"}};
constexpr std::array madrid = {Town{"Madrid", "280", "91", "Comunidad de Madrid"},
                               Town{"Alcalá de Henares", "288", "91", "Comunidad de Madrid"},
                               Town{"Toledo", "450", "925", "Castilla-La Mancha"}};
constexpr std::array andalusia = {Town{"Sevilla", "410", "95", "Andalucía"}, Town{"Málaga", "290", "95", "Andalucía"},
                                  Town{"Córdoba", "140", "957", "Andalucía"}, Town{"Cádiz", "110", "956", "Andalucía"}};
constexpr std::array kanto = {Town{"千代田区", "100", "3", "東京都"}, Town{"横浜市", "220", "45", "神奈川県"},
                              Town{"千葉市", "260", "43", "千葉県"}, Town{"さいたま市", "330", "48", "埼玉県"}};
constexpr std::array kansai = {Town{"大阪市", "530", "6", "大阪府"}, Town{"京都市", "600", "75", "京都府"},
                               Town{"神戸市", "650", "78", "兵庫県"}};
constexpr std::array kyushu = {Town{"福岡市", "810", "92", "福岡県"}, Town{"熊本市", "860", "96", "熊本県"},
                               Town{"鹿児島市", "890", "99", "鹿児島県"}};

constexpr std::array allNodes = {
    Node{"World", "W", 0},
    Node{"Germany", "DE", 0, Country::Germany},
    Node{"Poland", "PL", 0, Country::Poland},
    Node{"Spain", "ES", 0, Country::Spain},
    Node{"Japan", "JP", 0, Country::Japan},
    Node{"Germany South", "DE-S", 1, Country::Germany},
    Node{"Germany North", "DE-N", 1, Country::Germany, germanNorth, 80},
    Node{"Germany West", "DE-W", 1, Country::Germany, germanWest, 80},
    Node{"Germany East", "DE-E", 1, Country::Germany, germanEast, 20},
    Node{"Bavaria", "DE-S-BY", 5, Country::Germany, bavaria, 100},
    Node{"Baden-Württemberg", "DE-S-BW", 5, Country::Germany, badenWuerttemberg, 80},
    Node{"Mazovia", "PL-MZ", 2, Country::Poland, mazovia, 110},
    Node{"Łódź", "PL-LD", 2, Country::Poland, lodz, 60},
    Node{"Silesia", "PL-SL", 2, Country::Poland, silesia, 20},
    Node{"Pomerania", "PL-PM", 2, Country::Poland, pomerania, 20},
    Node{"Catalonia", "ES-CT", 3, Country::Spain, catalonia, 110},
    Node{"Levante", "ES-LV", 3, Country::Spain, levante, 70},
    Node{"Madrid and Centre", "ES-MD", 3, Country::Spain, madrid, 25},
    Node{"Andalusia", "ES-AN", 3, Country::Spain, andalusia, 20},
    Node{"Kanto", "JP-KT", 4, Country::Japan, kanto, 110},
    Node{"Kansai", "JP-KS", 4, Country::Japan, kansai, 70},
    Node{"Kyushu", "JP-KY", 4, Country::Japan, kyushu, 25},
};

constexpr std::array<std::string_view, 14> germanStreets = {
    "Lindenstraße",  "Hauptstraße", "Am Güterbahnhof", "Industriestraße", "Gartenweg",  "Schillerstraße", "Werkstraße",
    "Bahnhofstraße", "Mühlenweg",   "Hafenstraße",     "Bergstraße",      "Kirchplatz", "Am Stadtwald",   "Ringstraße"};
constexpr std::array<std::string_view, 12> polishStreets = {"Polna",      "Leśna",  "Słoneczna", "Przemysłowa",
                                                            "Fabryczna",  "Krótka", "Szkolna",   "Ogrodowa",
                                                            "Kościuszki", "Lipowa", "Łąkowa",    "Portowa"};
constexpr std::array<std::string_view, 12> spanishStreets = {
    "Calle Mayor", "Avenida del Puerto", "Calle de la Industria", "Paseo de la Estación", "Calle Nueva",
    "Plaza Real",  "Calle del Pino",     "Ronda Norte",           "Camino Viejo",         "Calle del Molino",
    "Calle Luna",  "Avenida del Sol"};
constexpr std::array<std::string_view, 10> japaneseStreets = {"中央",   "本町", "港町", "栄町", "緑ヶ丘",
                                                              "大手町", "東町", "南町", "新町", "桜台"};

std::string number(Random& random, int first, int last)
{
    return std::to_string(random.between(first, last));
}

// A subscriber number: the first digit is one that ordinary lines have, the rest is free.
std::string subscriber(Random& random, int count)
{
    std::string text = number(random, 2, 8);
    text += random.digits(count - 1);
    return text;
}

std::string germanLandline(std::string_view area, Random& random)
{
    const std::string line = subscriber(random, area.size() > 3 ? 6 : 7);
    const std::string code(area);
    switch (random.below(5)) {
    case 0: return "+49 " + code + " " + line;
    case 1: return "0" + code + "/" + line;
    case 2: return "0" + code + " " + line.substr(0, 3) + " " + line.substr(3);
    case 3: return "+49 (0)" + code + " " + line.substr(0, 5) + "-" + line.substr(5);
    default: return "0049 " + code + " " + line;
    }
}

// Nine digits everywhere, of which the area is a part; people write them in threes or in twos. The last of the five
// forms is for landlines only.
std::string nineDigits(std::string_view prefix, std::string_view countryDigits, Random& random, int forms = 5)
{
    std::string all(prefix);
    all += subscriber(random, static_cast<int>(9 - prefix.size()));
    const std::string threes = all.substr(0, 3) + " " + all.substr(3, 3) + " " + all.substr(6);
    const std::string twos = all.substr(0, 2) + " " + all.substr(2, 3) + " " + all.substr(5, 2) + " " + all.substr(7);
    const std::string abroad(countryDigits);
    switch (random.below(static_cast<std::uint64_t>(forms))) {
    case 0: return "+" + abroad + " " + threes;
    case 1: return threes;
    case 2: return "+" + abroad + " " + twos;
    case 3: return "00" + abroad + all;
    default: return "(" + all.substr(0, 2) + ") " + all.substr(2, 3) + "-" + all.substr(5, 2) + "-" + all.substr(7);
    }
}

// Nine digits after the zero, ten with a mobile prefix.
std::string japaneseLine(std::string_view area, int count, Random& random)
{
    std::string line = subscriber(random, count);
    line.insert(line.size() - 4, "-");
    const std::string code(area);
    switch (random.below(3)) {
    case 0: return "0" + code + "-" + line;
    case 1: return "+81 " + code + " " + line;
    default: return "(0" + code + ") " + line;
    }
}

} // namespace

std::span<const Node> nodes()
{
    return allNodes;
}

std::size_t nodeCoded(std::string_view code)
{
    std::size_t at = 0;
    while (at + 1 < allNodes.size() && allNodes[at].code != code)
        ++at;
    return at;
}

std::string_view countryCode(Country country)
{
    static constexpr std::array<std::string_view, 4> codes = {"DE", "PL", "ES", "JP"};
    return codes[static_cast<std::size_t>(country)];
}

std::string_view languageOf(Country country)
{
    static constexpr std::array<std::string_view, 4> codes = {"de", "pl", "es", "ja"};
    return codes[static_cast<std::size_t>(country)];
}

int hoursAhead(Country country)
{
    return country == Country::Japan ? 9 : 1;
}

std::string street(Country country, Random& random)
{
    switch (country) {
    case Country::Germany: {
        std::string text(random.pick(germanStreets));
        return text + " " + number(random, 1, 180);
    }
    case Country::Poland: {
        std::string text = "ul. " + std::string(random.pick(polishStreets));
        return text + " " + number(random, 1, 120);
    }
    case Country::Spain: {
        std::string text(random.pick(spanishStreets));
        return text + ", " + number(random, 1, 150);
    }
    case Country::Japan: break;
    }
    std::string text(random.pick(japaneseStreets));
    text += number(random, 1, 9);
    text += "-" + number(random, 1, 30);
    return text + "-" + number(random, 1, 20);
}

std::string postcode(Country country, const Town& town, Random& random)
{
    std::string text(town.postcode);
    switch (country) {
    case Country::Poland: return text + "-" + random.digits(3);
    case Country::Japan: return text + "-" + random.digits(4);
    case Country::Germany:
    case Country::Spain: break;
    }
    text += random.digits(static_cast<int>(4 - text.size()));
    return text + number(random, 1, 9);
}

std::string landline(Country country, const Town& town, Random& random)
{
    switch (country) {
    case Country::Germany: return germanLandline(town.area, random);
    case Country::Poland: return nineDigits(town.area, "48", random);
    case Country::Spain: return nineDigits(town.area, "34", random);
    case Country::Japan: break;
    }
    return japaneseLine(town.area, static_cast<int>(9 - town.area.size()), random);
}

std::string mobile(Country country, Random& random)
{
    static constexpr std::array<std::string_view, 6> german = {"151", "160", "171", "172", "175", "179"};
    static constexpr std::array<std::string_view, 5> polish = {"501", "512", "601", "660", "721"};
    static constexpr std::array<std::string_view, 5> spanish = {"610", "626", "639", "655", "687"};
    static constexpr std::array<std::string_view, 3> japanese = {"70", "80", "90"};
    switch (country) {
    case Country::Germany: {
        const std::string prefix(random.pick(german));
        const std::string line = subscriber(random, prefix == "151" ? 8 : 7);
        return random.chance(50) ? "+49 " + prefix + " " + line : "0" + prefix + "/" + line;
    }
    case Country::Poland: {
        const std::string_view prefix = random.pick(polish);
        return nineDigits(prefix, "48", random, 4);
    }
    case Country::Spain: {
        const std::string_view prefix = random.pick(spanish);
        return nineDigits(prefix, "34", random, 4);
    }
    case Country::Japan: break;
    }
    const std::string_view prefix = random.pick(japanese);
    return japaneseLine(prefix, 8, random);
}

std::string vatNumber(Country country, Random& random)
{
    switch (country) {
    case Country::Germany: return "DE" + random.digits(9);
    case Country::Poland: return "PL" + random.digits(10);
    case Country::Spain: return "ESB" + random.digits(8);
    case Country::Japan: break;
    }
    return "T" + random.digits(13);
}

} // namespace satchel::server::demo
