@echo off
rem Build Setup.exe and the portable .zip on Windows. Needs Python 3.11 (64 bit) and NSIS 3.
rem Packages come from wherever this machine's pip is set to take them, pinned by hash.
setlocal
cd /d "%~dp0..\.."
set PYTHONUTF8=1
set "PATH=%PATH%;%ProgramFiles(x86)%\NSIS;%ProgramFiles%\NSIS"
set "PYTHON=build\venv\Scripts\python.exe"
makensis /VERSION >nul 2>nul
if errorlevel 1 goto nonsis
if exist "%PYTHON%" goto packages
py -3.11 -m venv build\venv
if errorlevel 1 goto nopython
:packages
"%PYTHON%" -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary=:all: -r installer\requirements-bundle.txt
if errorlevel 1 goto nopackages
"%PYTHON%" -m installer.windows %*
if errorlevel 1 goto failed
dir /b dist
exit /b 0
:nonsis
echo NSIS 3 is needed: makensis.exe was not found in the PATH or in Program Files\NSIS.
exit /b 2
:nopython
echo Python 3.11 (64 bit) is needed, with its launcher py.exe.
exit /b 2
:nopackages
echo The packages could not be installed: see above. Nothing was built.
exit /b 2
:failed
echo Nothing was built: see above.
exit /b 1
