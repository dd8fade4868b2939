# docker build -t teiconv .
# docker run --rm -v "$PWD:/data" --user "$(id -u):$(id -g)" teiconv convert memo.txt -o memo.xml

FROM python:3.13-slim AS build
WORKDIR /src
COPY pyproject.toml README.md LICENSE ./
COPY schemas schemas
COPY teiconv teiconv
RUN pip wheel --no-cache-dir --no-deps --wheel-dir /wheels .

FROM python:3.13-slim
RUN --mount=type=bind,from=build,source=/wheels,target=/wheels \
    pip install --no-cache-dir /wheels/*.whl && useradd --create-home --uid 10001 teiconv
USER 10001
WORKDIR /data
ENTRYPOINT ["teiconv"]
CMD ["--help"]
