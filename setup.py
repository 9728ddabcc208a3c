"""Put the pages into the wheel; everything else about the build is in pyproject.toml.

`templates/`, `static/` and `wsgi.py` lie beside `cafe/`, where people look for them. A wheel has no
"beside", so there they become parts of `cafe/_web/`. An editable install uses the checkout as it is.
"""

import shutil
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py

ROOT = Path(__file__).resolve().parent


class BuildWithPages(build_py):
    """Copy the folders of the pages into the package when a wheel is built."""

    def run(self) -> None:
        """Build the package, then add the pages."""
        super().run()
        if self.editable_mode:
            return
        for folder in ("templates", "static"):
            source = ROOT / folder
            if source.is_dir():
                target = Path(self.build_lib) / "cafe" / "_web" / folder
                shutil.copytree(source, target, dirs_exist_ok=True)
        shutil.copy(ROOT / "wsgi.py", Path(self.build_lib) / "cafe" / "_web")


setup(cmdclass={"build_py": BuildWithPages})
