"""The archive of a council's press releases, as a Sphinx extension: the library ``council``, shown in pages."""

from __future__ import annotations

from council.model.software import VERSION
from extension_kit.garbage_collection import collect_seldom
from sphinx.application import Sphinx
from sphinx.util.typing import ExtensionMetadata

from council_sphinx.core import (
    domain,
    interface_strings,
    output_folders,
    picture_nodes,
    profile_loading,
    referred_files,
)
from council_sphinx.pages import (
    centered_image,
    external_links,
    feed_lines,
    mention_links,
    paragraph_links,
    record_roles,
    release_pages,
)
from council_sphinx.paper import books, drawings, printed_pages, single_files, volumes
from council_sphinx.reading import (
    changed_sources,
    correction_files,
    encoding,
    excluded_sources,
    parser,
    record_loading,
    year_pages,
)
from council_sphinx.views import (
    candidates,
    colophon,
    copy_button,
    data_page,
    dependencies,
    elements,
    figure_index,
    home_activity,
    home_counts,
    home_doors,
    home_news,
    home_search,
    index_controls,
    institution_page,
    matrix,
    matrix_controls,
    placeholder,
    record_index,
    release_cards,
    release_list,
    review_page,
    session_list,
    small_drawings,
    trajectory,
)
from council_sphinx.views.charts import inline_svg, timeline
from council_sphinx.web import (
    breadcrumbs,
    citation_button,
    content_policy,
    exported_files,
    feed_discovery,
    file_sizes,
    html_builder,
    list_filter,
    not_found,
    page_contents,
    page_frame,
    page_heads,
    picture_copies,
    redirect_pages,
    release_texts,
    search_descriptions,
    security_contact,
    share_cards,
    site_manifest,
    stale_files,
    style_sheets,
)

__version__ = VERSION

_PARTS = (
    output_folders,
    interface_strings,
    encoding,
    excluded_sources,
    profile_loading,
    domain,
    record_roles,
    parser,
    picture_nodes,
    referred_files,
    books,
    volumes,
    single_files,
    printed_pages,
    record_loading,
    correction_files,
    changed_sources,
    placeholder,
    dependencies,
    elements,
    inline_svg,
    timeline,
    drawings,
    small_drawings,
    home_search,
    home_counts,
    home_doors,
    home_news,
    home_activity,
    release_cards,
    release_list,
    session_list,
    index_controls,
    record_index,
    trajectory,
    figure_index,
    institution_page,
    matrix,
    matrix_controls,
    candidates,
    review_page,
    data_page,
    colophon,
    copy_button,
    centered_image,
    external_links,
    release_pages,
    mention_links,
    paragraph_links,
    feed_lines,
    year_pages,
    search_descriptions,
    breadcrumbs,
    page_heads,
    page_contents,
    page_frame,
    not_found,
    share_cards,
    picture_copies,
    release_texts,
    feed_discovery,
    citation_button,
    exported_files,
    file_sizes,
    stale_files,
    redirect_pages,
    site_manifest,
    security_contact,
    list_filter,
    style_sheets,
    content_policy,
    html_builder,
)


def setup(app: Sphinx) -> ExtensionMetadata:
    """Set up each part of the archive."""
    collect_seldom(app)
    app.add_config_value("archive_releases", "sessions", "env", str)
    for part in _PARTS:
        part.setup(app)
    return {"version": __version__, "env_version": 13, "parallel_read_safe": True, "parallel_write_safe": True}
