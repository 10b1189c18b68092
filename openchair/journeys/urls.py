from django.urls import include, path

from openchair.journeys import views
from openchair.journeys.apart import views as apart
from openchair.journeys.company import views as company
from openchair.journeys.mending import views as mending
from openchair.journeys.pausing import views as pausing

urlpatterns = [
    path("", include("openchair.journeys.words.urls")),
    path("i/not-now/", views.not_now_said, name="not-now-said"),
    path("i/<str:token>/", views.letter, name="invitation"),
    path("i/<str:token>/arriving/", views.arrive, name="arriving"),
    path("i/<str:token>/have-it/", views.i_have_it, name="have-it"),
    path("i/<str:token>/not-now/", views.not_now, name="not-now"),
    path("letter/<str:place>/in/", views.first_link, name="first-link"),
    path("tables/<uuid:circle_id>/", company.table, name="circle"),
    path("tables/<uuid:circle_id>/here/", company.here, name="be-here"),
    path("tables/<uuid:circle_id>/leaving/", views.leave, name="leaving"),
    path("tables/<uuid:circle_id>/pause/", pausing.pause, name="pause"),
    path("listener/pauses/", pausing.pauses, name="pauses"),
    path("listener/pauses/<uuid:pause_id>/undo/", pausing.undo, name="undo-pause"),
    path("house/mending/", mending.mend_address, name="mend-address"),
    path("house/mending/said/", mending.said, name="mend-address-said"),
    path("mine/apart/", apart.apart, name="apart"),
    path("mine/apart/<uuid:account_id>/", apart.block, name="block"),
    path("mine/apart/<uuid:account_id>/end/", apart.end_block, name="end-block"),
    path("mine/apart/never/", apart.write_never, name="never-with"),
    path("mine/apart/never/<uuid:row_id>/off/", apart.take_off_never, name="take-off-never"),
]
