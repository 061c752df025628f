# SPDX-FileCopyrightText: 2026 The Satchel authors
# SPDX-License-Identifier: GPL-3.0-or-later
# The demo company and its server, for shell programs that source this file. They set `programs` (the folder with the
# executables) and `folder` (theirs alone), and call stop_server when they end.
company_password=demo
server_pid=
server_url=

fail() {
    printf '%s\n' "$*" >&2
    exit 1
}

# Makes the company; afterwards $folder/users holds one user a line: LOGIN, ROLE, TERRITORY, NAME, tabs between.
make_company() {
    mkdir -p "$folder"
    "$programs/satchel-server" demo --data "$folder/server" "$@" >"$folder/users" ||
        fail "The demo company could not be made."
}

# user_with ROLE [NUMBER]: the line of the first (or NUMBERth) user with that role, with | between, because read would
# take two tabs for one.
user_with() {
    awk -F '\t' -v OFS='|' -v role="$1" -v number="${2:-1}" '$2 == role && ++seen == number {$1 = $1; print}' "$folder/users"
}

# Starts the server on a free port of this machine, or again on the port it had; sets server_url.
start_server() {
    local address=${server_url#http://}
    : >"$folder/server.log"
    "$programs/satchel-server" --data "$folder/server" --listen "${address:-127.0.0.1:0}" >"$folder/server.log" 2>&1 &
    server_pid=$!
    local tries=0
    until server_url=$(sed -n 's/^listening on //p' "$folder/server.log") && [[ -n $server_url ]]; do
        kill -0 "$server_pid" 2>/dev/null && ((++tries < 300)) ||
            fail "The server did not start: $(cat "$folder/server.log")"
        sleep 0.1
    done
}

stop_server() {
    [[ -n $server_pid ]] || return 0
    kill -TERM "$server_pid" 2>/dev/null
    wait "$server_pid" || fail "The server did not end well: $(cat "$folder/server.log")"
    server_pid=
}

# laptop NAME COMMAND...: satchelctl on that laptop's own profile.
laptop() {
    local name=$1
    shift
    SATCHEL_PASSWORD=$company_password "$programs/satchelctl" --profile "$folder/$name" "$@"
}
