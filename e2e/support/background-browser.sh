#!/bin/sh
# The browser for Playwright, which gives each a session of its own: see background.sh. $HOMEPORT_BROWSER is the real one.
exec "$(dirname "$0")/background.sh" "$HOMEPORT_BROWSER" "$@"
