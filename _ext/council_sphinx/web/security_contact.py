"""``.well-known/security.txt``: whom finders of faults of the site write to (RFC 9116).

It is there where ``institution.toml`` names a ``security_contact`` and ``security_expires``, from which day on nobody
shall trust it: that comes from no clock, as the same sources give the same site.
"""

from __future__ import annotations

from pathlib import Path

from council.exports.site import Site
from council.profile.institution import Publication, contact_address
from council.profile.loader import FILE, profile_error
from sphinx.application import Sphinx

from council_sphinx.core.domain import council_domain
from council_sphinx.core.warning_types import ArchiveWarning, warn
from council_sphinx.web.exported_files import output_called, site_of

PLACE = ".well-known/security.txt"


def security_text(site: Site, publication: Publication) -> str:
    """Give the file; nothing where its two settings are not both there."""
    contact, expires = publication.security_contact, publication.security_expires
    if not contact or not expires:
        return ""
    fields = {
        "Contact": contact_address(contact),
        "Expires": f"{expires.isoformat()}T00:00:00Z",
        "Preferred-Languages": site.language,
        "Canonical": site.file_address(PLACE) if site.base_url else "",
    }
    return "".join(f"{name}: {value}\n" for name, value in fields.items() if value)


def _tell_missing(app: Sphinx) -> None:
    """Tell of a contact without the day on which it expires."""
    publication = council_domain(app.env).profile.institution.publication
    if publication.security_contact and not publication.security_expires:
        problem = "security_expires is missing, so that no security.txt is written; give a day, as in 2027-06-30"
        error = profile_error(Path(app.srcdir, FILE), "publication.security_contact", problem)
        warn(ArchiveWarning.PUBLICATION, f"{FILE}:{error.line}: {error.field}: {problem}", None)


def _write_security_text(app: Sphinx, exception: Exception | None) -> None:
    if exception is not None or app.builder.format != "html" or app.builder.name == "epub":
        return
    site, output = site_of(app), output_called(app, "security")
    if text := security_text(site, site.publication):
        output.write(PLACE, text)
    output.remove_others()


def setup(app: Sphinx) -> None:
    """Write the file at the end of a build."""
    app.connect("builder-inited", _tell_missing)
    app.connect("build-finished", _write_security_text)
