// SPDX-FileCopyrightText: 2026 The Satchel authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/PostgresLine.h"

#include <algorithm>

namespace satchel::server::postgres {

namespace {

constexpr std::size_t statementsKept = 1000;
constexpr std::size_t postedAtOnce = 256; // their answers, some 60 bytes each, fit into any socket's buffer
constexpr std::size_t postedBeforeFlush = 8;

} // namespace

bool succeeded(const PGresult* result)
{
    const ExecStatusType status = PQresultStatus(result);
    return status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK || status == PGRES_EMPTY_QUERY;
}

Error gone()
{
    return {ErrorKind::Unreachable, "The PostgreSQL server cannot be reached. Try again in a moment."};
}

Error errorOf(const PGconn* connection, const PGresult* result)
{
    const char* code = PQresultErrorField(result, PG_DIAG_SQLSTATE);
    const std::string state = code == nullptr ? "" : code;
    // What has no code did not come from the server: libpq lost it on the way.
    if (state.empty() || PQstatus(connection) == CONNECTION_BAD || state.starts_with("08") || state.starts_with("57P"))
        return gone();
    if (state == "53100")
        return {ErrorKind::Full, "The disk of the PostgreSQL server is full. Nothing was changed."};
    if (state.starts_with("53") || state.starts_with("40") || state == "55P03" || state == "57014")
        return {ErrorKind::Busy, "The database is busy. Try again in a moment."};
    if (state == "42501" || state == "25006")
        return {ErrorKind::Forbidden, "The PostgreSQL user may not write to the database."};
    if (state.starts_with("XX"))
        return {ErrorKind::Corrupt, "The PostgreSQL database is damaged."};
    std::string message = "The database refused a statement (" + state + ")";
    // Of these two classes PostgreSQL's first sentence names only tables, columns and constraints.
    if (const char* first = PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY);
        first != nullptr && (state.starts_with("42") || state.starts_with("23")))
        message += std::string(": ") + first;
    return {ErrorKind::Internal, message};
}

Status Line::read(const PGresult* result, int row, Row& cells)
{
    cells.resize(static_cast<std::size_t>(PQnfields(result)));
    for (int column = 0; column < PQnfields(result); ++column) {
        Cell& cell = cells[static_cast<std::size_t>(column)];
        if (PQgetisnull(result, row, column) != 0) {
            cell = Cell();
            continue;
        }
        const std::string_view bytes(PQgetvalue(result, row, column),
                                     static_cast<std::size_t>(PQgetlength(result, row, column)));
        SATCHEL_ASSIGN(cell, decodeCell(PQftype(result, column), bytes));
    }
    return Ok{};
}

Result<std::vector<Row>> Line::readAll(const PGresult* result)
{
    std::vector<Row> rows(static_cast<std::size_t>(PQntuples(result)));
    for (std::size_t i = 0; i < rows.size(); ++i)
        SATCHEL_TRY(read(result, static_cast<int>(i), rows[i]));
    return rows;
}

Status Line::leavePipeline()
{
    SATCHEL_TRY(settle());
    if (PQpipelineStatus(connection()) != PQ_PIPELINE_OFF && PQexitPipelineMode(connection()) == 0)
        return gone();
    return Ok{};
}

Status Line::send(const Prepared& prepared, Cells parameters)
{
    SATCHEL_ASSIGN(const Parameters encoded, encodeParameters(prepared.types, parameters));
    return sendEncoded(prepared, encoded);
}

Status Line::sendEncoded(const Prepared& prepared, const Parameters& encoded)
{
    const int sent = PQsendQueryPrepared(connection(), prepared.name.c_str(), static_cast<int>(encoded.values.size()),
                                         encoded.values.data(), encoded.lengths.data(), encoded.formats.data(), 1);
    return sent == 0 ? Status(gone()) : Status(Ok{});
}

Result<Answer> Line::ask(std::string_view sql, Cells parameters)
{
    SATCHEL_ASSIGN(const Prepared* prepared, prepare(sql, parameters));
    Answer answer;
    if (m_posted == 0) {
        SATCHEL_TRY(leavePipeline());
        SATCHEL_TRY(send(*prepared, parameters));
        while (PGresult* result = PQgetResult(connection())) // the last one counts, as PQexec has it
            answer.reset(result);
        if (!succeeded(answer.get()))
            return errorOf(connection(), answer.get());
        return answer;
    }
    SATCHEL_TRY(send(*prepared, parameters)); // behind what was posted: one way there and back for all
    ++m_posted;
    std::vector<Answer> answers(1);
    SATCHEL_TRY(collect(answers));
    return std::move(answers.front());
}

Result<std::vector<Answer>> Line::askAll(const std::vector<Database::Question>& questions)
{
    SATCHEL_TRY(makeRoom(2 * questions.size()));
    for (const Database::Question& question : questions) // before any is on its way, for this takes ways of its own
        SATCHEL_TRY(prepare(question.sql, question.parameters));
    SATCHEL_TRY(enterPipeline());
    for (const Database::Question& question : questions) {
        SATCHEL_ASSIGN(const Prepared* prepared, prepare(question.sql, question.parameters));
        SATCHEL_TRY(send(*prepared, question.parameters));
        ++m_posted;
    }
    std::vector<Answer> answers(questions.size());
    SATCHEL_TRY(collect(answers));
    if (std::any_of(answers.begin(), answers.end(), [](const Answer& answer) { return answer == nullptr; }))
        return gone();
    return answers;
}

Status Line::post(std::string_view sql, Cells parameters)
{
    SATCHEL_ASSIGN(const Prepared* prepared, prepare(sql, parameters));
    SATCHEL_TRY(enterPipeline());
    SATCHEL_TRY(send(*prepared, parameters));
    return posted();
}

Status Line::enterPipeline()
{
    if (PQpipelineStatus(connection()) == PQ_PIPELINE_OFF && PQenterPipelineMode(connection()) == 0)
        return gone();
    return Ok{};
}

Status Line::posted()
{
    ++m_posted;
    if (m_posted >= postedAtOnce)
        return settle();
    if (m_posted % postedBeforeFlush == 0)
        (void)PQflush(connection()); // PostgreSQL works on them while we prepare the next
    return Ok{};
}

Status Line::postMany(std::string_view sql, const std::vector<Cells>& rows)
{
    SATCHEL_ASSIGN(const Prepared* single, prepare(sql, rows.front()));
    const std::vector<Type> types = single->types; // preparing may forget it
    const bool alike = std::all_of(types.begin(), types.end(), isListed) &&
                       std::all_of(rows.begin(), rows.end(), [&](Cells row) { return fits(types, row); });
    if (!alike) {
        for (const Cells row : rows)
            SATCHEL_TRY(post(sql, row));
        return Ok{};
    }
    const std::string key = std::string(sql) + '\0' + "many";
    const auto known = m_prepared.find(key);
    const Prepared* many = known == m_prepared.end() ? nullptr : &known->second;
    if (many == nullptr) {
        std::vector<Type> arrays;
        for (const Type type : types)
            arrays.push_back(arrayOf(type));
        SATCHEL_ASSIGN(many, prepareAs(key, sqlOverArrays(sql, types), arrays));
    }
    std::vector<Bytes> arrays;
    Parameters encoded;
    for (std::size_t i = 0; i < types.size(); ++i)
        arrays.push_back(encodeArray(types[i], rows, i));
    for (const Bytes& array : arrays) {
        encoded.values.push_back(array.data());
        encoded.lengths.push_back(static_cast<int>(array.size()));
        encoded.formats.push_back(1);
    }
    SATCHEL_TRY(enterPipeline());
    SATCHEL_TRY(sendEncoded(*many, encoded));
    return posted();
}

Status Line::settle()
{
    std::vector<Answer> none;
    return m_posted == 0 ? Status(Ok{}) : collect(none);
}

// Each statement's answer ends with a null; after an error the rest is answered with "aborted" up to the sync.
Status Line::collect(std::vector<Answer>& answers)
{
    const std::size_t expected = std::exchange(m_posted, 0);
    if (PQpipelineSync(connection()) == 0)
        return gone();
    std::optional<Error> error;
    for (std::size_t nulls = 0; nulls <= expected + 2;) {
        Answer answer(PQgetResult(connection()));
        if (!answer) {
            if (PQstatus(connection()) == CONNECTION_BAD)
                break;
            ++nulls;
            continue;
        }
        const ExecStatusType status = PQresultStatus(answer.get());
        if (status == PGRES_PIPELINE_SYNC)
            return error ? Status(std::move(*error)) : Status(Ok{});
        if (status == PGRES_PIPELINE_ABORTED)
            continue;
        if (!succeeded(answer.get())) {
            if (!error)
                error = errorOf(connection(), answer.get());
        } else if (nulls < expected && nulls + answers.size() >= expected) {
            answers[nulls + answers.size() - expected] = std::move(answer);
        }
    }
    return error ? Status(std::move(*error)) : Status(gone());
}

Status Line::stream(std::string_view sql, Cells parameters, const std::function<Status(const Row&)>& take)
{
    SATCHEL_ASSIGN(const Prepared* prepared, prepare(sql, parameters));
    SATCHEL_TRY(leavePipeline());
    SATCHEL_TRY(send(*prepared, parameters));
    if (PQsetSingleRowMode(connection()) == 0)
        return gone();
    Status status = Ok{};
    Row row;
    while (const Answer answer{PQgetResult(connection())}) {
        if (!status.ok())
            continue; // the rest has to be taken in all the same
        if (PQresultStatus(answer.get()) == PGRES_SINGLE_TUPLE) {
            status = read(answer.get(), 0, row);
            if (status.ok())
                status = take(row);
        } else if (!succeeded(answer.get())) {
            status = errorOf(connection(), answer.get());
        }
    }
    return status;
}

Result<Answer> Line::run(const char* sql)
{
    SATCHEL_TRY(leavePipeline());
    Answer answer(PQexec(connection(), sql));
    if (!succeeded(answer.get()))
        return errorOf(connection(), answer.get());
    return answer;
}

// First with types as PostgreSQL infers them from the columns, which serves every pattern of NULLs. Where it
// cannot infer them, or infers something else than what is given, once more with the types of the cells.
Result<const Line::Prepared*> Line::prepare(std::string_view sql, Cells parameters)
{
    const auto plain = m_prepared.find(sql);
    if (plain != m_prepared.end() && fits(plain->second.types, parameters))
        return &plain->second;
    const std::string key = std::string(sql) + '\0' + signature(parameters);
    if (const auto typed = m_prepared.find(key); typed != m_prepared.end())
        return &typed->second;
    if (plain == m_prepared.end()) {
        const auto prepared = prepareAs(std::string(sql), sql, {});
        if (!prepared.ok() && prepared.error().kind != ErrorKind::Internal)
            return prepared.error();
        if (prepared.ok() && fits((*prepared)->types, parameters))
            return *prepared;
    }
    return prepareAs(key, sql, typesOf(parameters));
}

Result<const Line::Prepared*> Line::prepareAs(const std::string& key, std::string_view sql,
                                              const std::vector<Type>& types)
{
    SATCHEL_TRY(leavePipeline());
    // A statement that fails to prepare must not take the caller's transaction with it.
    const bool guarded = transaction() == PQTRANS_INTRANS;
    if (guarded)
        SATCHEL_TRY(run("SAVEPOINT preparing"));
    auto prepared = prepareNow(sql, types);
    if (!prepared.ok() && guarded)
        SATCHEL_TRY(run("ROLLBACK TO SAVEPOINT preparing"));
    if (guarded)
        SATCHEL_TRY(run("RELEASE SAVEPOINT preparing"));
    if (!prepared.ok())
        return prepared.error();
    return &m_prepared.emplace(key, std::move(*prepared)).first->second;
}

Status Line::makeRoom(std::size_t statements)
{
    if (m_prepared.size() + statements > statementsKept) {
        SATCHEL_TRY(run("DEALLOCATE ALL"));
        m_prepared.clear();
    }
    return Ok{};
}

Result<Line::Prepared> Line::prepareNow(std::string_view sql, const std::vector<Type>& types)
{
    SATCHEL_TRY(makeRoom(1));
    Prepared prepared{"s" + std::to_string(++m_counter), {}};
    const Answer made(PQprepare(connection(), prepared.name.c_str(), std::string(sql).c_str(),
                                static_cast<int>(types.size()), types.data()));
    if (!succeeded(made.get()))
        return errorOf(connection(), made.get());
    const Answer described(PQdescribePrepared(connection(), prepared.name.c_str()));
    if (!succeeded(described.get()))
        return errorOf(connection(), described.get());
    for (int i = 0; i < PQnparams(described.get()); ++i)
        prepared.types.push_back(PQparamtype(described.get(), i));
    return prepared;
}

} // namespace satchel::server::postgres
