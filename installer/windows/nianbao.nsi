; 年报编制 的安装程序：装给当前用户，不要管理员；/S 静默，/D=文件夹（放最后，不加引号）。
; makensis -INPUTCHARSET UTF8 -DVERSION=… -DBUNDLE=… -DICON=… -DSIDEBAR=… -DOUT=… nianbao.nsi
; Debian 的 NSIS 加 -DTARGET64（64 位外壳，能在 Wine 里试）；Windows 版 NSIS 只有 32 位外壳，同样可用。
; 退出码：5 程序正在运行，6 系统太旧，7 文件夹里有别的程序，8 文件没有写全。
!ifdef TARGET64
  Target amd64-unicode
!else
  Unicode true
!endif
!define ID "nianbao"
!define FAMILY "年报编制"
!define EXE "nianbao.exe"
!define CONSOLE "nianbao-cli.exe"
!define PROGID "nianbao.document"
!define ENTRY "Software\Microsoft\Windows\CurrentVersion\Uninstall\${ID}"
!define CLASSES "Software\Classes"

!include "MUI2.nsh"
!include "FileFunc.nsh"
!include "WinVer.nsh"
!include "x64.nsh"

Name "${FAMILY}"
Caption "${FAMILY} ${VERSION} 安装"
OutFile "${OUT}"
RequestExecutionLevel user
SetCompressor /SOLID lzma
SetCompressorDictSize 64
InstallDir "$LOCALAPPDATA\Programs\${ID}"
InstallDirRegKey HKCU "Software\${ID}" "InstallDir"
BrandingText "${FAMILY} ${VERSION}"
ManifestDPIAware true
ManifestSupportedOS all
VIProductVersion "${VERSION}.0"
VIAddVersionKey /LANG=2052 "ProductName" "${FAMILY}"
VIAddVersionKey /LANG=2052 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=2052 "FileDescription" "${FAMILY}安装程序"
VIAddVersionKey /LANG=2052 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=2052 "LegalCopyright" "MIT"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_WELCOMEFINISHPAGE_BITMAP "${SIDEBAR}"
!define MUI_ABORTWARNING
!define MUI_WELCOMEPAGE_TITLE "安装${FAMILY} ${VERSION}"
!define MUI_WELCOMEPAGE_TEXT "离线编制政府信息公开工作年度报告。$\r$\n$\r$\n只装给当前用户，不需要管理员，约半分钟。装过旧版的，直接装在原处，已有的年报、设置和词表不受影响。$\r$\n$\r$\n请先关闭正在运行的${FAMILY}，再按“下一步”。"
!define MUI_FINISHPAGE_TITLE "${FAMILY}已装好"
!define MUI_FINISHPAGE_TEXT "可以从桌面或开始菜单打开，也可以双击 .nianbao 文件。"
!define MUI_FINISHPAGE_RUN "$INSTDIR\${EXE}"
!define MUI_FINISHPAGE_RUN_TEXT "现在打开${FAMILY}"
!define MUI_UNCONFIRMPAGE_TEXT_TOP "将从这台电脑卸载${FAMILY}。您的年报文件不会删除。"
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "SimpChinese"

; An executable that runs cannot be opened for writing.
!macro REFUSE_WHILE_RUNNING un program
Function ${un}RefuseWhile_${program}
  again:
  IfFileExists "$INSTDIR\${program}" 0 free
  ClearErrors
  FileOpen $0 "$INSTDIR\${program}" a
  IfErrors 0 opened
    MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "${FAMILY}正在运行。请保存并关闭它，再按“重试”。" /SD IDCANCEL IDRETRY again
    SetErrorLevel 5
    Quit
  opened:
  FileClose $0
  free:
FunctionEnd
!macroend
!insertmacro REFUSE_WHILE_RUNNING "" "${EXE}"
!insertmacro REFUSE_WHILE_RUNNING "" "${CONSOLE}"
!insertmacro REFUSE_WHILE_RUNNING "un." "${EXE}"
!insertmacro REFUSE_WHILE_RUNNING "un." "${CONSOLE}"

Function .onInit
  ${IfNot} ${RunningX64}
  ${OrIfNot} ${AtLeastWin10}
  ${OrIfNot} ${AtLeastBuild} 17763
    MessageBox MB_OK|MB_ICONSTOP "需要 64 位的 Windows 10（1809 版）或更新的系统，没有安装。" /SD IDOK
    SetErrorLevel 6
    Quit
  ${EndIf}
FunctionEnd

Section "main"
  SetShellVarContext current
  Call RefuseWhile_${EXE}
  Call RefuseWhile_${CONSOLE}
  ; only a folder of ours is renewed: another program may have an _internal of its own
  IfFileExists "$INSTDIR\_internal\*.*" 0 fresh
  IfFileExists "$INSTDIR\${EXE}" ours 0
    MessageBox MB_OK|MB_ICONSTOP "“$INSTDIR”里有别的程序，没有安装。请换一个文件夹。" /SD IDOK
    SetErrorLevel 7
    Quit
  ours:
  RMDir /r "$INSTDIR\_internal"
  fresh:
  ClearErrors
  SetOutPath "$INSTDIR"
  File "${BUNDLE}\${EXE}" ; the two are alike: side by side the second takes next to no room
  File "${BUNDLE}\${CONSOLE}"
  File /r /x "${EXE}" /x "${CONSOLE}" "${BUNDLE}\*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  IfErrors 0 written
    MessageBox MB_OK|MB_ICONSTOP "文件没有写全。请检查磁盘空间和安全软件的拦截记录，再装一次。" /SD IDOK
    SetErrorLevel 8
    Quit
  written:
  SetOutPath "$DOCUMENTS" ; where the shortcuts start, so that no folder of the program is kept busy
  CreateDirectory "$SMPROGRAMS\${FAMILY}"
  CreateShortCut "$SMPROGRAMS\${FAMILY}\${FAMILY}.lnk" "$INSTDIR\${EXE}" "" "$INSTDIR\${EXE}" 0
  CreateShortCut "$SMPROGRAMS\${FAMILY}\${FAMILY}命令行.lnk" "$SYSDIR\cmd.exe" '/k "set PATH=$INSTDIR;%PATH%&& nianbao-cli --help"' "$INSTDIR\${CONSOLE}" 0
  CreateShortCut "$SMPROGRAMS\${FAMILY}\卸载${FAMILY}.lnk" "$INSTDIR\uninstall.exe"
  CreateShortCut "$DESKTOP\${FAMILY}.lnk" "$INSTDIR\${EXE}" "" "$INSTDIR\${EXE}" 0
  WriteRegStr HKCU "Software\${ID}" "InstallDir" "$INSTDIR"

  WriteRegStr HKCU "${CLASSES}\.nianbao" "" "${PROGID}"
  WriteRegStr HKCU "${CLASSES}\${PROGID}" "" "${FAMILY}项目"
  WriteRegStr HKCU "${CLASSES}\${PROGID}\DefaultIcon" "" "$INSTDIR\${EXE},0"
  WriteRegStr HKCU "${CLASSES}\${PROGID}\shell\open\command" "" '"$INSTDIR\${EXE}" "%1"'

  WriteRegStr HKCU "${ENTRY}" "DisplayName" "${FAMILY}"
  WriteRegStr HKCU "${ENTRY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${ENTRY}" "Publisher" "${FAMILY}"
  WriteRegStr HKCU "${ENTRY}" "DisplayIcon" "$INSTDIR\${EXE},0"
  WriteRegStr HKCU "${ENTRY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${ENTRY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${ENTRY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${ENTRY}" "NoModify" 1
  WriteRegDWORD HKCU "${ENTRY}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  IntFmt $0 "0x%08X" $0
  WriteRegDWORD HKCU "${ENTRY}" "EstimatedSize" "$0"
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd

Section "Uninstall"
  SetShellVarContext current
  Call un.RefuseWhile_${EXE}
  Call un.RefuseWhile_${CONSOLE}
  SetOutPath "$TEMP"
  RMDir /r "$INSTDIR\_internal"
  Delete "$INSTDIR\${EXE}"
  Delete "$INSTDIR\${CONSOLE}"
  Delete "$INSTDIR\许可.txt"
  Delete "$INSTDIR\第三方组件.txt"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR" ; only if nothing else lies there
  RMDir /r "$SMPROGRAMS\${FAMILY}"
  Delete "$DESKTOP\${FAMILY}.lnk"
  ; what the program remembers goes; recovery copies and the user's own lists of words are work, and stay
  Delete "$LOCALAPPDATA\${ID}\settings.json"
  RMDir /r "$LOCALAPPDATA\${ID}\log"
  Delete "$LOCALAPPDATA\${ID}\running.lock"
  RMDir /r "$LOCALAPPDATA\${ID}\calls"
  RMDir "$LOCALAPPDATA\${ID}\recovery"
  RMDir "$LOCALAPPDATA\${ID}"

  DeleteRegKey HKCU "${CLASSES}\${PROGID}"
  ReadRegStr $0 HKCU "${CLASSES}\.nianbao" ""
  StrCmp $0 "${PROGID}" 0 others
    DeleteRegKey HKCU "${CLASSES}\.nianbao"
  others:
  DeleteRegKey HKCU "${ENTRY}"
  DeleteRegKey HKCU "Software\${ID}"
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd
