@echo off
rem Starts Tierwise with the Java in JAVA_HOME, or else the one on the PATH.
setlocal
set "home=%~dp0.."
rem A java.exe in the folder of the caller is not taken.
set "NoDefaultCurrentDirectoryInExePath=1"

if not defined JAVA_HOME goto find
if not exist "%JAVA_HOME%\bin\java.exe" goto nohome
set "PATH=%JAVA_HOME%\bin;%PATH%"
:find
where java >nul 2>nul
if errorlevel 1 goto nojava

set "version="
for /f "tokens=3" %%v in ('java -version 2^>^&1 ^| findstr /c:" version "') do if not defined version set "version=%%~v"
if not defined version goto start
set "major=0"
for /f "tokens=1 delims=.+-_" %%m in ("%version%") do set "major=%%m"
if %major% LSS 17 goto old

:start
set "jar="
for %%j in ("%home%\tierwise-cli-*.jar") do set "jar=%%~fj"
java -XX:+UseSerialGC -Xshare:auto -Djdk.console=java.base -Dtierwise.command=tierwise "-Dtierwise.home=%home%" %TIERWISE_JAVA_OPTS% -cp "%jar%" io.github.tierwise.cli.Main %*
exit /b %ERRORLEVEL%

:nohome
>&2 echo tierwise: JAVA_HOME must be the folder of a Java, was "%JAVA_HOME%"
exit /b 70

:nojava
>&2 echo tierwise: Java 17 or newer must be on the PATH or in JAVA_HOME, was not found
exit /b 70

:old
>&2 echo tierwise: Java must be 17 or newer, was %version%; put a newer one on the PATH or in JAVA_HOME
exit /b 70
