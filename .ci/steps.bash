# What .ci/run and .ci/nightly are made of; read by them, and not run by itself.
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export CI=true
# Python compiles what is used when it is used.
export PIP_NO_COMPILE=1 PIP_DISABLE_PIP_VERSION_CHECK=1
exec </dev/null
unset SECRET_KEY DEBUG ALLOWED_HOSTS DATABASE_URL HTTPS HSTS_SECONDS TRUST_PROXY STATIC_ROOT MEDIA_ROOT EMAIL_URL DEFAULT_FROM_EMAIL \
    ADMINS

step() {
    local name=$1 began=$SECONDS
    shift
    printf '\n== %s\n' "$name"
    "$@"
    printf '== %s: %s s\n' "$name" "$((SECONDS - began))"
}

packages() {
    local missing=() package
    for package in chromium fonts-noto-core postgresql-15; do
        dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
    done
    if ((${#missing[@]})); then
        export DEBIAN_FRONTEND=noninteractive
        apt-get update -qq
        apt-get install -qq -y --no-install-recommends "${missing[@]}"
    fi
}

second_command() {
    # The README's words; the coverage is measured beside.
    export PYTEST_ADDOPTS='--cov --cov-report='
    python3 -m venv .venv && .venv/bin/pip install -r requirements-dev.txt && .venv/bin/python -m pytest
    unset PYTEST_ADDOPTS
}

# Fail where less than so many per cent of some files is tested, and name their lines and branches.
floor() {
    local least=$1 what=$2
    shift 2
    .venv/bin/coverage report --skip-covered --show-missing --fail-under="$least" "$@" && return
    printf 'Of %s less than %s %% is tested: the last column names the lines and branches.\n' "$what" "$least" >&2
    return 1
}

coverage_floors() {
    floor 100 'rules and answers' --include='strikes/answers/*,strikes/rules/*'
    floor 97 'the whole'
}

templates() {
    git ls-files -z -- 'templates/*.html' '*/templates/*.html' | xargs -0 -r .venv/bin/djade --target-version 5.2 --check
}

deploy_settings() {
    SECRET_KEY=$(.venv/bin/python -c 'import secrets; print(secrets.token_urlsafe(50))') \
        ALLOWED_HOSTS=strikes.example.org \
        DATABASE_URL=postgresql://strikes@localhost/strikes \
        .venv/bin/python manage.py check --deploy --fail-level WARNING
}

# What needs the virtual environment and no test.
static_checks() {
    step 'ruff' .venv/bin/ruff check
    step 'form' .venv/bin/ruff format --check
    step 'types' .venv/bin/mypy
    step 'templates' templates
    step 'layers' .venv/bin/lint-imports
    step 'migrations' .venv/bin/python manage.py makemigrations --check --dry-run
    step 'requirements' .venv/bin/pip check
    step 'production settings' deploy_settings
}

# What a line of Python that becomes SQL looks like.
SQL='SELECT |INSERT |UPDATE |DELETE |WHERE |RawSQL|\.raw\(|cursor|execute\(|\.extra\(|Func\b|template *=|Search(Vector|Query)'
SQL+='|Constraint|Trigger|pgtrigger|pghistory|Index\(|[Cc]ollat|Lookup|_for_update|Window|CREATE |ALTER '

# A digest of all that may mean one thing to one server and another to the next: migrations, pinned packages of the site,
# and each line that becomes SQL, wherever it stands.
state_of_sql() {
    {
        cat requirements.txt
        git ls-files -z -- ':(glob)**/migrations/*.py' | LC_ALL=C sort -z | xargs -0 cat
        git grep -hE "$SQL" -- strikes sources ':(exclude,glob)**/migrations/*.py' | LC_ALL=C sort
    } | sha256sum | cut -d' ' -f1
}

# The server refuses to be root.
as_server() {
    if [[ $(id -u) == 0 ]]; then runuser -u postgres -- "$@"; else "$@"; fi
}

# Run pytest with these words on a PostgreSQL 15 of its own, which ends with this script.
on_postgres_15() {
    local programs=/usr/lib/postgresql/15/bin options="-c listen_addresses= -c jit=off"
    options+=" -c fsync=off -c full_page_writes=off -c synchronous_commit=off"
    folder=$(mktemp -d)
    chmod 755 "$folder"
    if [[ $(id -u) == 0 ]]; then chown postgres "$folder"; fi
    trap 'as_server /usr/lib/postgresql/15/bin/pg_ctl -D "$folder/data" -m immediate stop >/dev/null 2>&1 || true
          rm -rf "$folder"' EXIT
    (
        cd "$folder"
        as_server "$programs/initdb" -D data -U postgres -A trust -E UTF8 --locale=C.UTF-8 --no-sync >/dev/null
        as_server "$programs/pg_ctl" -D data -l log -w -o "$options -c unix_socket_directories=$folder" start >/dev/null
    )
    DATABASE_URL="postgresql://postgres@/postgres?host=$folder" .venv/bin/python -m pytest "$@"
}
