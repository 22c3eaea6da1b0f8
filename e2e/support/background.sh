#!/bin/sh
# Runs a program at the back of the queue for the processor: phones that talk in real time beside it are not disturbed.
#
#   background.sh PROGRAM ARGUMENTS…
#
# Linux weighs a session as a whole where it groups by session (CONFIG_SCHED_AUTOGROUP), so that `nice` alone, which weighs
# inside of it, would change nothing. It takes one such change in 0.1 s from all accounts but root: hence the second try.
last() { echo 10 >/proc/self/autogroup; }
{ last || { sleep 0.2 && last; } || { sleep 0.3 && last; }; } 2>/dev/null
exec nice -n 10 "$@"
