@echo off
rem Build Setup.exe and the portable .zip on Windows. Needs Python 3.11 (64 bit) and NSIS 3.
rem Packages come from wherever this machine's pip is set to take them, pinned by hash.
setlocal
cd /d "%~dp0..\.."
set PYTHONUTF8=1
set "PATH=%PATH%;%ProgramFiles(x86)%\NSIS;%ProgramFiles%\NSIS"
where makensis >nul 2>nul || (echo NSIS 3 is needed: makensis.exe was not found. & exit /b 2)
if not exist build\venv\Scripts\python.exe py -3.11 -m venv build\venv || exit /b 2
build\venv\Scripts\python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary=:all: -r installer\requirements-bundle.txt || exit /b 2
build\venv\Scripts\python -m installer.windows || exit /b 1
dir /b dist
