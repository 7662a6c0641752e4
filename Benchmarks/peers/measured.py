"""Runs one command and prints its wall seconds, CPU seconds and peak memory as JSON; a script of its own.

The kernel counts the memory of a process from its fork on: started from the comparison itself, every tool would appear
to need at least what the comparison holds at that moment. This script is small (about 10 MB, the least that can be
told). ru_maxrss is that of the largest process the command consisted of; none of the tools starts others beside itself.
"""
import json, os, signal, sys, time


def main(limit: str, output: str, errors: str, folder: str, *command: str) -> None:
    is_stopped = False

    def stop(number, frame):
        nonlocal is_stopped
        is_stopped = True
        os.killpg(child, signal.SIGKILL)

    child = os.fork()
    if child == 0:
        os.setsid()
        os.chdir(folder)
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        os.dup2(os.open(output, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o644), 1)
        os.dup2(os.open(errors, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o644), 2)
        try:
            os.execvp(command[0], command)
        except OSError as error:
            os.write(2, f"{command[0]}: {error}\n".encode())
            os._exit(127)
    start = time.perf_counter()
    for number in (signal.SIGALRM, signal.SIGINT, signal.SIGTERM):
        signal.signal(number, stop)
    signal.alarm(int(limit))
    _, status, usage = os.wait4(child, 0)
    wall = time.perf_counter() - start
    figures = {
        "wall": wall, "cpu": usage.ru_utime + usage.ru_stime, "peak": usage.ru_maxrss * 1024 / 1e6,
        "status": os.waitstatus_to_exitcode(status), "stopped": is_stopped,
    }
    print(json.dumps(figures))


main(*sys.argv[1:])
