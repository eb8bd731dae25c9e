#!/bin/sh
# Adds the goal of the branch to the commit message, as a trailer like "Initiative: SHOP-7". The same text is installed
# as prepare-commit-msg and as commit-msg. A commit never fails because of it: whatever goes wrong, it leaves the
# message as it is. Set up, updated and removed by the VS Code extension Goal Lens.

# A hook that was here first runs first, and its word counts.
before=$0.before-goal-lens
if [ -f "$before" ] && [ -x "$before" ]; then
  "$before" "$@" || exit $?
fi

exec >/dev/null 2>&1
message=$1 source=${2-}
# lefthook leaves the name of an argument that git does not give.
[ "$source" != '{2}' ] || source=
# Bytes, so that every shell cuts texts in the same way; lines are what lists are made of.
LC_ALL=C
export LC_ALL
newline='
'
IFS=$newline
set -f

[ -f "$message" ] || exit 0
git_dir=$(git rev-parse --git-dir) || exit 0
common_dir=$(git rev-parse --git-common-dir) || exit 0
links=$common_dir/goal-lens/links
# Left by prepare-commit-msg for commit-msg: what the editor was opened on.
opened_on=$git_dir/GOAL_LENS_MSG
work=$git_dir/GOAL_LENS_WORK.$$
ready=$work.new
trap 'rm -f "$work" "$ready"' 0

initial=
role=prepare
case $0 in
  *prepare-commit-msg) ;;
  *commit-msg)
    role=finish
    [ -f "$opened_on" ] && initial=$(cat "$opened_on") || exit 0
    ;;
  *) exit 0 ;;
esac
rm -f "$opened_on"

# Commits that are copied or replayed keep the message that they have.
ref=$(git symbolic-ref -q HEAD) || exit 0
case $ref in refs/heads/?*) branch=${ref#refs/heads/} ;; *) exit 0 ;; esac
[ ! -d "$git_dir/rebase-merge" ] && [ ! -d "$git_dir/rebase-apply" ] || exit 0
git rev-parse -q --verify CHERRY_PICK_HEAD && exit 0

# --- Which keys ---

ask() { git config --file "$links" --get-all "$1"; }
upper() { tr '[:lower:]' '[:upper:]'; }

# Without a links file, or with a damaged one, nothing is known.
git config --file "$links" --list || exit 0
token=$(git config --file "$links" --get commit.trailer) || token=Initiative
case $token in '' | -* | *[!A-Za-z0-9-]*) exit 0 ;; esac

# What is kept of a branch that had the same name is not of this one: the first entry of the reflog tells them apart.
created=$(ask "branch.$branch.created")
began=$(sed -n '1{s/^00* \([0-9a-f]\{1,\}\) [^>]*> \([0-9]\{1,\}\) .*/\1 \2/p;q;}' "$common_dir/logs/$ref")
is_other=
[ -z "$created" ] || [ -z "$began" ] || [ "$created" = "$began" ] || is_other=yes
kept() { [ -z "$is_other" ] && ask "branch.$branch.$1"; }

# The keys in the branch's name, as the editor finds them: known projects only, the longest first, no letter or digit
# right before or after. In awk, as a shell would need minutes for the names and projects that somebody could make up.
keys_in_name() {
  branch=$branch projects=$(ask project.known | tr ' ' '\n' | upper) invented=$(ask project.invented | tr ' ' '\n' | upper) rejected=$(kept rejected | upper) awk '
    # Bytes: Latin letters beyond ASCII, as far as U+027F, start with one of seven.
    function starts_with_word(text) { return text ~ /^[0-9A-Za-z\303-\311]/ }
    function ends_in_word(text) { return text ~ /[0-9A-Za-z]$|[\303-\311].$/ }
    # Whether a number that ends here is only a part of more: of a version, a file name or a date.
    function goes_on(rest, digits) {
      if (starts_with_word(rest) || rest ~ /^[.][0-9a-z]/) return 1
      return length(digits) == 4 && rest ~ /^-[01][0-9]-[0-3][0-9]([^0-9]|$)/
    }
    # What stands right before a place; not every awk gives nothing for a place before the first.
    function last_two(at) { return at > 2 ? substr(name, at - 2, 2) : substr(name, 1, at - 1) }
    # Where the longest known project that ends at the dash begins.
    function project_start(dash, from,   start, before) {
      for (start = dash - longest < from ? from : dash - longest; start < dash; start++) {
        if (!(substr(upper_name, start, dash - start) in known)) continue
        before = last_two(start)
        # JIR in "JSP_JIR-3" is a part of a longer name; case tells it from "feature_SHOP-3".
        if (!ends_in_word(before) && (before substr(name, start, 1)) !~ /^[A-Z]_[A-Z]$/) return start
      }
      return 0
    }
    BEGIN {
      name = ENVIRON["branch"]
      upper_name = toupper(name)
      total = split(ENVIRON["projects"], projects, "\n")
      for (at = 1; at <= total; at++) {
        known[projects[at]]
        if (length(projects[at]) > longest) longest = length(projects[at])
      }
      split(ENVIRON["invented"], made, "\n")
      for (at in made) invented[made[at]]
      split(ENVIRON["rejected"], said, "\n")
      for (at in said) rejected[said[at]]
      free = 1
      size = length(name)
      for (dash = 2; dash < size; dash++) {
        if (substr(name, dash, 2) !~ /^-[0-9]/) continue
        start = project_start(dash, free)
        if (!start) continue
        rest = substr(name, dash + 1)
        match(rest, /^[0-9]+/)
        digits = substr(rest, 1, RLENGTH)
        rest = substr(rest, RLENGTH + 1)
        if (goes_on(rest, digits)) continue
        free = dash + 1 + length(digits)
        project = substr(upper_name, start, dash - start)
        # Where CLI is a name that the editor made up, "github-cli-12" is of another repository, and "cli-1-0-1" a version.
        if (project in invented && (last_two(start) ~ /-$/ || rest ~ /^-[0-9]/)) continue
        if (!((project "-" digits) in rejected)) print project "-" digits
      }
    }
  '
}

# Whether a value is safe in a trailer: a number with its sign, an address, or letters, digits and _ . / # & + ~ - between
# letters or digits.
is_reference() {
  [ ${#1} -le 2048 ] || return 1
  case $1 in
    [#\&]*) case ${1#?} in '' | *[!0-9]*) return 1 ;; *) return 0 ;; esac ;;
    https://?*) case $1 in *[!A-Za-z0-9_./#\&+~:?=%@-]*) return 1 ;; *) return 0 ;; esac ;;
  esac
  [ ${#1} -le 256 ] || return 1
  case $1 in '' | [_./#\&+~-]* | *[_./#\&+~-]) return 1 ;; esac
  case $(printf '%s' "$1" | tr -d '\200-\377') in *[!A-Za-z0-9_./#\&+~-]*) return 1 ;; esac
}

# What the editor knows of goals: "S key numbers tag words-of-the-title old" and "B branch tag", with tabs between; "old"
# stands where a made-up key in a name is rather a version, "?" before a number that may be of something else. From it come the branches that trackers know, the initiatives
# of the keys, and, where the name has no key, those of its numbers. Without it, the keys are what is written.
known=$common_dir/goal-lens/known
initiatives() {
  [ -f "$known" ] || { printf '%s\n' "$1"; return; }
  branch=$branch keys=$1 invented=$(ask project.invented | tr ' ' '\n' | upper) rejected=$(kept rejected | upper) awk -F '\t' '
    function is_word(letter) { return letter ~ /[0-9A-Za-z]/ || letter > "~" }
    # A version or a date: another number right behind the first.
    function goes_on(rest) { return match(rest, /^[-_.][0-9]+/) && !is_word(substr(rest, RLENGTH + 1, 1)) }
    function is_further_try(text) { return text ~ /^[0-9][0-9][0-9]+[-_][0-9]$/ && text !~ /^(19|20)[0-9][0-9][-_]/ }
    function is_too_long(digits) { return digits ~ /^[0-9][0-9][0-9][0-9][0-9][0-9]?$/ }
    function is_end(letter) { return letter != "." && !is_word(letter) }
    function add(reference, is_bare, rest,   at) {
      for (at = 1; at <= count; at++) if (wanted[at] == reference) return
      if (count == 8) return
      wanted[++count] = reference; bare[count] = is_bare; after[count] = rest
    }
    function find(part, syntax,   from, start, length_, digits, rest) {
      for (from = part; match(from, syntax); from = substr(from, start + 1)) {
        start = RSTART; length_ = RLENGTH
        found = substr(from, start, length_); rest = substr(from, start + length_)
        match(found, /[0-9]+$/)
        digits = substr(found, RSTART)
        if (length(digits) > 9 || !is_end(substr(rest, 1, 1))) continue
        word = substr(found, 1, RSTART - 1)
        if (!goes_on(rest) || is_too_long(digits) || is_further_try(digits rest)) add((word ~ /^[^a-z](ab|tfs)[-_#]*$/ ? "AB#" : "#") digits, 0, rest)
        return 1
      }
      return 0
    }
    # A slash in front stands for the beginning of the part.
    function in_part(part, before, own,   digits, rest, is_bare) {
      if (match(part, /^[1-9][0-9]*/) && RLENGTH <= 9 && substr(part, RLENGTH + 1, 1) ~ /^[-_]?$/) {
        digits = substr(part, 1, RLENGTH); rest = substr(part, RLENGTH + 1)
        is_bare = before !~ /^(issues?|gh|bugs?|tickets?|tasks?|ab|tfs|us|wi)$/
        if (!goes_on(rest) || (!is_bare && is_too_long(digits)))
          add((before ~ /^(ab|tfs)$/ ? "AB#" : "#") digits, is_bare, rest)
        return
      }
      part = "/" part
      if (find(part, "[/_.-](issues?|iss|gh|bugs?|bz|lp|tickets?|tasks?|ab|tfs|us|wi|redmine|rm)[-_#]?[-_#]?[1-9][0-9]*")) return
      if (find(part, "[/_-]#[1-9][0-9]*")) return
      if (find(part, "^/(hot|bug)?fix(es)?[-_#][1-9][0-9]*")) return
      if (find(part, "^/(hot|bug)?fix(es)?[1-9][0-9][0-9][0-9]*")) return
      if (find(part, "^/(feature|feat|close[sd]?|story|refs?)[-_#][1-9][0-9]*")) return
      # Last of all words, no status code, no year or month, no request, and no key of a project that is not known.
      if (!match(part, /[-_][1-9][0-9][0-9][0-9][0-9]?[0-9]?$/)) return
      digits = substr(part, RSTART + 1)
      rest = substr(part, 2, RSTART - 1)
      if (digits ~ /^(19|20)[0-9][0-9](0[1-9]|1[0-2])?$/ || rest !~ /[a-z\200-\377][-_]$/) return
      if (rest ~ /(^|[-_])(pr|mr|pull|request)[-_]$/ || substr(own, 1, length(rest)) ~ /(^|[-_])[A-Z][A-Z0-9]+-$/) return
      add("#" digits, 1, rest)
    }
    function speaks_of(rest, title,   words, total, at, all, shared, is_long) {
      total = split(rest, words, /[^0-9a-z\200-\377]+/)
      for (at = total; at > 0; at--) {
        if (words[at] == "") continue
        all++
        if (!index(" " title " ", " " words[at] " ")) continue
        shared++
        gsub(/[\200-\277]/, "", words[at])
        if (length(words[at]) > 3) is_long = 1
      }
      return is_long && shared * 2 >= all
    }
    BEGIN {
      branch = ENVIRON["branch"]
      total = split(ENVIRON["keys"], keys, "\n")
      split(ENVIRON["invented"], made, "\n")
      for (at in made) invented[made[at]]
      split(ENVIRON["rejected"], said, "\n")
      for (at in said) rejected[said[at]]
      for (at = 1; at <= total; at++) asked[keys[at]]
      name = tolower(branch)
      plain = name
      while (sub(/^(origin|refs|heads|remotes)[/]/, "", plain)) ;
      if (total == 0 && length(branch) <= 4096 && plain !~ /^(dependabot|renovate|snyk|releases?|rel|stable|versions?|v|tags?|merge-requests?|pull-requests?|pulls?|pr|mr|backports?|maint|support|vendor|cherry-pick[a-z0-9_-]*|revert-[0-9]+)([/-]|$)/) {
        size = split(name, parts, "/")
        split(branch, own_parts, "/")
        for (at = 1; at <= size && count < 8; at++) in_part(parts[at], at > 1 ? parts[at - 1] : "", own_parts[at])
      }
    }
    $1 == "B" && $2 == branch { print $3 }
    $1 == "S" && !($2 in rejected) {
      if ($2 in asked && $6 == "") tag_of[$2] = $4
      if (count == 0) next
      some = split($3, spellings, " ")
      for (each = 1; each <= some; each++) {
        for (at = 1; at <= count; at++) {
          is_likely = spellings[each] == "?" wanted[at]
          if (!is_likely && spellings[each] != wanted[at]) continue
          if ((!is_likely && !bare[at]) || speaks_of(after[at], $5)) number_tag[at] = $4
        }
      }
    }
    END {
      for (at = 1; at <= total; at++) {
        project = keys[at]
        sub(/-[0-9]+$/, "", project)
        if (keys[at] in tag_of) print tag_of[keys[at]]
        else if (!(project in invented)) print keys[at]
      }
      for (at = 1; at <= count; at++) if (at in number_tag) print number_tag[at]
    }
  ' "$known"
}

# A tag is the editor's own answer, even when it is empty; the rest is for branches that the editor has not seen.
keys=$(kept tag) || keys=$(initiatives "$(kept goal | upper | grep . || keys_in_name)")
set --
seen=$newline
for key in $keys; do
  is_reference "$key" || continue
  same=$(printf '%s' "$key" | upper)
  case $seen in *"$newline$same$newline"*) continue ;; esac
  seen=$seen$same$newline
  set -- "$@" "$token: $key"
done
[ $# -gt 0 ] || exit 0

# --- Where in the message ---

# What git cuts off: from the first scissors line on. A letter before it makes it text, as nobody comments with one.
scissors='[^ 0-9A-Za-z][^ ]* -\{24\} >8 -\{24\}$'
mark=$(sed -n "/^$scissors/{s/ .*//p;q;}" "$message")
comment=$(git config core.commentString) || comment=$(git config core.commentChar) || comment='#'
if [ "$comment" = auto ]; then
  comment=$mark
  [ -n "$comment" ] || comment=$(sed -n '$s/^\([^A-Za-z0-9 ]\).*/\1/p' "$message")
fi
[ -n "$comment" ] || comment='#'
# Where no editor is opened, and above scissors, lines that look like comments ("#12 Fix …") are text. GIT_EDITOR=: says
# that none is, unless the person set it: then git's own comments are there, with empty ones among them.
is_text=
case $role:$source in
  prepare:message | prepare:merge | prepare:squash | prepare:commit)
    [ "${GIT_EDITOR-}" != : ] || is_text=yes
    case $mark$(tail -n 1 "$message") in "$comment"*) grep -qxF -e "$comment" "$message" && is_text= ;; esac
    ;;
esac
case $(git config commit.cleanup) in scissors | whitespace | verbatim) is_text=yes ;; esac
[ -z "$is_text" ] || comment=$(printf '\001')

above() { sed "/^$scissors/,\$d" "$message"; }
below() { sed -n "/^$scissors/,\$p" "$message"; }
typed() { above | git -c core.commentChar="$comment" stripspace --strip-comments; }
# Away from the repository's and the user's trailer.* settings, which could add, move or rewrite lines.
trailers() (
  unset GIT_CONFIG_PARAMETERS GIT_CONFIG_COUNT GIT_WORK_TREE
  GIT_DIR=/dev/null GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_NOSYSTEM=1
  export GIT_DIR GIT_CONFIG_GLOBAL GIT_CONFIG_NOSYSTEM
  git -c core.commentChar="$comment" interpret-trailers --no-divider "$@"
)
is_tagged() { trailers --parse "$1" | grep -qi "^$token:"; }

text=$(typed) || exit 0
# A message that is still to be typed stays as it is, so that leaving the editor still calls the commit off. Then
# commit-msg adds the trailer.
case $role:$source in
  prepare: | prepare:template)
    printf '%s\n' "$text" >"$opened_on" || rm -f "$opened_on"
    exit 0
    ;;
esac
# Nothing typed: git calls the commit off. "squash! …" is put below a message that has its own trailer.
case $text in '' | "$initial" | 'squash! '*) exit 0 ;; esac

# Where the trailers belong is for git to say, but it must not write them: it would respell other lines (a last paragraph
# "https://…" is a trailer to it). So it adds a probe, and what it did around that is done here.
probe='Goal-Lens-Probe: 1'
probed() { trailers --where end --if-exists add --if-missing add --trailer "$probe" "$work"; }

cp -p "$message" "$work" && above >"$work" || exit 0
[ -z "$(tail -c 1 "$work")" ] || echo >>"$work" || exit 0
is_tagged "$work" && exit 0
cp -p "$work" "$ready" || exit 0
lines=$(sed -n '$=' "$work")
after=$(probed | sed "1,/^$probe\$/d" | sed -n '$=')
end=$((lines - ${after:-0}))
gap=$(probed | sed -n "/^$probe\$/{x;/./!s/^/blank/p;q;};h")
{
  sed "${end}q" "$work" && { [ -z "$gap" ] || echo; } && printf '%s\n' "$@" && sed "1,${end}d" "$work"
} >"$ready" && is_tagged "$ready" && below >>"$ready" && mv -f "$ready" "$message"
exit 0
