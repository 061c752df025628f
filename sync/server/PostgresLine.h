// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/server/PostgresMany.h"

#include <libpq-fe.h>
#include <map>
#include <memory>

namespace satchel::server::postgres {

struct ResultDeleter {
    void operator()(PGresult* result) const { PQclear(result); }
};
struct ConnectionDeleter {
    void operator()(PGconn* connection) const { PQfinish(connection); }
};
using Answer = std::unique_ptr<PGresult, ResultDeleter>;
using Connection = std::unique_ptr<PGconn, ConnectionDeleter>;

[[nodiscard]] bool succeeded(const PGresult* result);
/// What went wrong, without SQL text or values.
[[nodiscard]] Error errorOf(const PGconn* connection, const PGresult* result);
/// The server is not there.
[[nodiscard]] Error gone();

/// One libpq connection with its prepared statements. What is posted goes out in pipeline mode, without waiting for the
/// answers: those are looked at when something is asked, or settled. One thread.
class Line {
public:
    explicit Line(Connection connection) : m_connection(std::move(connection)) {}

    /// One statement, its whole answer.
    [[nodiscard]] Result<Answer> ask(std::string_view sql, Cells parameters);
    /// Several at once, their whole answers in the same order.
    [[nodiscard]] Result<std::vector<Answer>> askAll(const std::vector<Database::Question>& questions);
    /// One statement, row by row as they come.
    [[nodiscard]] Status stream(std::string_view sql, Cells parameters, const std::function<Status(const Row&)>& take);
    /// One statement whose answer may come later.
    [[nodiscard]] Status post(std::string_view sql, Cells parameters);
    /// The same statement, which has a form of Many, for several rows of parameters.
    [[nodiscard]] Status postMany(std::string_view sql, const std::vector<Cells>& rows);
    /// Waits for all that was posted; the first error among it.
    [[nodiscard]] Status settle();
    /// Statements without parameters or answer.
    [[nodiscard]] Result<Answer> run(const char* sql);

    [[nodiscard]] PGTransactionStatusType transaction() const { return PQtransactionStatus(m_connection.get()); }
    [[nodiscard]] bool posting() const { return m_posted != 0; }
    [[nodiscard]] PGconn* connection() const { return m_connection.get(); }
    [[nodiscard]] static Status read(const PGresult* result, int row, Row& cells);
    [[nodiscard]] static Result<std::vector<Row>> readAll(const PGresult* result);

private:
    struct Prepared {
        std::string name;
        std::vector<Type> types; ///< of the parameters, as PostgreSQL understood them
    };
    [[nodiscard]] Result<const Prepared*> prepare(std::string_view sql, Cells parameters);
    [[nodiscard]] Result<const Prepared*> prepareAs(const std::string& key, std::string_view sql,
                                                    const std::vector<Type>& types);
    /// Forgets all that is prepared if so many more were too many.
    [[nodiscard]] Status makeRoom(std::size_t statements);
    [[nodiscard]] Result<Prepared> prepareNow(std::string_view sql, const std::vector<Type>& types);
    [[nodiscard]] Status send(const Prepared& prepared, Cells parameters);
    [[nodiscard]] Status sendEncoded(const Prepared& prepared, const Parameters& encoded);
    [[nodiscard]] Status enterPipeline();
    [[nodiscard]] Status posted();
    /// Reads the answers to all that was posted and asked; those of the last ones are kept, as many as `answers` has.
    [[nodiscard]] Status collect(std::vector<Answer>& answers);
    [[nodiscard]] Status leavePipeline();

    Connection m_connection;
    std::map<std::string, Prepared, std::less<>> m_prepared;
    std::uint64_t m_counter = 0;
    std::size_t m_posted = 0;
};

} // namespace satchel::server::postgres
