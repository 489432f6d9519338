#!/usr/bin/env bash
# The target as it was published: its DLL is the answer. Also whether a package could be poisoned for the next trial and for the judge.
. "$(dirname "$0")/lib.sh"
names=$({ printf '%s\n' "$package"; find . -name '*.csproj' -printf '%f\n' | sed 's/\.csproj$//'; grep -rhoE '<(PackageId|AssemblyName)>[^<$]+' --include='*.csproj' --include='*.props' . | sed 's/.*>//'; } | tr A-Z a-z | grep . | sort -u)
for folder in "${NUGET_PACKAGES:-}" "$HOME/.nuget/packages" /root/.nuget/packages /packages "${NUGET_FALLBACK_PACKAGES:-}" "$(dirname "$(readlink -f "$(command -v dotnet)")")" /opt; do
  [ -d "$folder" ] || continue
  for name in $names; do timeout 30 find -L "$folder" \( -iname "$name" -o -iname "$name.dll" -o -iname "$name.[0-9]*.nupkg" \) -print 2> /dev/null | head -2; done | each "published:"
  case $folder in /opt) ;; *) touch "$folder/probe" 2> /dev/null && { rm "$folder/probe"; found "$folder can be written to"; } ;; esac
done
