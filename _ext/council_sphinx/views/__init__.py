"""From the archive to docutils nodes; the same nodes serve every builder.

A page holds a placeholder, made while it is read; it is filled when the page is written, once all
records are known.  A view stands in one file: the record of what it shows, how that is collected from the
archive, what nodes are made of it, and the directives that put it on a page of the archivist's own:

====================== ===================================================================
``release-cards``      the newest releases as cards; ``:count:``, ``:sessions-only:``
``release-list``       releases by date; ``:year:`` one year, ``:sessions-only:``
``session-list``       the sessions of the council by year; ``:year:`` one year
``project-index``      projects A to Z; ``:year:``, ``:directorate:``, ``:toctree:``
``directorate-index``  directorates A to Z
``person-index``       people A to Z
``trajectory``         one project through time: its id as argument; ``:year:``, ``:directorate:``
``matrix``             projects by session; ``:year:``, ``:directorate:``
``candidate-list``     names that no record claims
``review``             what deserves a look
====================== ===================================================================
"""
