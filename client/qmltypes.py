"""Checks all QML against the Python models as they are now: `python -m client.qmltypes`.

The types are made in a folder of their own in the same run, so that they can never be stale: bare, qmllint
prints what it does not know and ends with 0.
"""

from __future__ import annotations

import ast
import json
import subprocess
import sys
import sysconfig
import tempfile
from pathlib import Path
from typing import Any

CLIENT = Path(__file__).resolve().parent
MODULE = "Vestibule"
TIME_LIMIT = 300
"""Seconds for one tool; the whole of it takes under twenty."""


def tool(name: str) -> str:
    """Return the path of one of PySide6's programs, beside the Python that runs."""
    return str(Path(sysconfig.get_path("scripts")) / name)


def model_files() -> list[Path]:
    """Return the Python files that offer types to QML."""
    return sorted(path for path in CLIENT.rglob("*.py") if "\n@QmlElement" in path.read_text("utf-8"))


def qml_files() -> list[Path]:
    """Return all QML of the app."""
    return sorted((CLIENT / "qml").rglob("*.qml"))


def metatypes(paths: list[Path], into: Path) -> Path:
    """Write what QML can see of these Python files, and return where."""
    out = into / "metatypes.json"
    subprocess.run(
        [tool("pyside6-metaobjectdump"), *map(str, paths), "-o", str(out)],
        check=True,
        timeout=TIME_LIMIT,
        stderr=subprocess.DEVNULL,
    )
    constants = {found for path in paths for found in constant_properties(path)}
    described = json.loads(out.read_text("utf-8"))
    for file in described:
        file["classes"] = [complete(found, constants) for found in file["classes"] if "classInfos" in found]
    out.write_text(json.dumps(described), "utf-8")
    return out


def complete(found: dict[str, Any], constants: set[tuple[str, str]]) -> dict[str, Any]:
    """Add what the dump leaves out of a class: that it is a QObject, constants, pointers."""
    found["object"] = True
    for member in found.get("properties", []):
        member["type"] = pointer(member["type"])
        if "notify" in member:
            member["notify"] = member["notify"].rpartition(".")[2]
        elif (found["className"], member["name"]) in constants:
            member["constant"] = True
    for method in (*found.get("slots", []), *found.get("signals", [])):
        method["returnType"] = pointer(method["returnType"])
        for argument in method["arguments"]:
            argument["type"] = pointer(argument["type"])
    return found


def constant_properties(path: Path) -> set[tuple[str, str]]:
    """Return (class, property) for each `@Property(…, constant=True)` of a file."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if not isinstance(node, ast.ClassDef):
            continue
        for member in node.body:
            if isinstance(member, ast.FunctionDef) and any(map(is_constant, member.decorator_list)):
                found.add((node.name, member.name))
    return found


def is_constant(decorator: ast.expr) -> bool:
    """True for `Property(…, constant=True)`."""
    return isinstance(decorator, ast.Call) and any(word.arg == "constant" for word in decorator.keywords)


def pointer(name: str) -> str:
    """Return the C++ name of a type: Python does not tell an object from a pointer to one."""
    if name == "list":
        return "QVariantList"
    return f"{name}*" if name in ("QObject", "QVideoSink") or name.endswith("Model") else name


def write_module(into: Path) -> None:
    """Write qmldir and qmltypes of the models into a folder named like their module."""
    folder = into / MODULE
    folder.mkdir()
    subprocess.run(
        [
            tool("pyside6-qmltyperegistrar"),
            *("--generate-qmltypes", str(folder / "models.qmltypes")),
            *("--import-name", MODULE, "--major-version", "1", "-o", str(into / "unused.cpp")),
            str(metatypes(model_files(), into)),
        ],
        check=True,
        timeout=TIME_LIMIT,
        stderr=subprocess.DEVNULL,
    )
    (folder / "qmldir").write_text(
        f"module {MODULE}\ntypeinfo models.qmltypes\nimport QtQml.Models\n", "utf-8"
    )


def lint(files: list[Path], types: Path) -> int:
    """Check these files against the types in a folder; return qmllint's status, not 0 if there is one warning."""
    command = [tool("pyside6-qmllint"), "-W", "0", "--unused-imports", "warning", "-I", str(types)]
    return subprocess.run([*command, *map(str, files)], timeout=TIME_LIMIT, check=False).returncode


def main() -> int:
    """Check the files named on the command line, or all QML of the app."""
    with tempfile.TemporaryDirectory(prefix="vestibule-qmltypes-") as name:
        write_module(Path(name))
        return lint([Path(named) for named in sys.argv[1:]] or qml_files(), Path(name))


if __name__ == "__main__":
    sys.exit(main())
