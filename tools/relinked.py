"""Compiles some sources of a finished build in another way and links its programs with them, so that nothing
else has to be compiled again. Used by scripts/coverage and scripts/mutate."""
import json
import shlex
import subprocess


class Build:
    """A build folder made by CMake with Ninja."""

    def __init__(self, folder):
        self.folder = folder.resolve()
        commands = json.loads((self.folder / "compile_commands.json").read_text())
        self.commands = {entry["file"]: entry for entry in commands}

    def compile_command(self, path, source, output, compiler=None, flags=()):
        """How `path` is compiled, for the text in `source` and with other flags."""
        entry = self.commands[str(path)]
        words = [word for word in shlex.split(entry["command"]) if not word.endswith("ccache")]
        words = [word for word in words if word not in ("-g", "-g1", "-O1", "-O2", "-O3", "-Werror", "-MD")]
        words = [word for word in words if not word.startswith("-ffile-prefix-map=")]  # counts name their files
        words[words.index("-o") + 1] = str(output)
        words[words.index("-c") + 1] = str(source)
        for flag in ("-MF", "-MT"):
            if flag in words:
                del words[words.index(flag):words.index(flag) + 2]
        if compiler:
            words = [compiler] + [word for word in words[1:] if word != "-Wno-restrict"]
        words[1:1] = ["-w", f"-iquote{path.parent}", *flags]
        return words, entry["directory"]

    def link_command(self, target, output, objects, compiler=None, flags=()):
        """How a program is linked, with `objects` before its libraries: the linker then takes what they
        define from them."""
        listed = subprocess.run(["ninja", "-C", self.folder, "-t", "commands", "-s", target], text=True,
                                capture_output=True, check=True).stdout.strip().splitlines()[-1]
        listed = listed.split("&& ", 1)[1].rsplit(" && ", 1)[0] if listed.startswith(":") else listed
        words = shlex.split(listed)
        words[words.index("-o") + 1] = str(output)
        return [compiler or words[0], "-fuse-ld=lld", *flags, *map(str, objects)] + words[1:]
